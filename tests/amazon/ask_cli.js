// Lets Amazon's command line deploy a folder, up to the point where it would go to the network.
//
// Arguments: the folder of the package `ask-cli`. Works in the current folder, and prints what would be uploaded, one path a line.
"use strict";

const fs = require("fs");
const path = require("path");

const cli = process.argv[2];
const load = (name) => require(path.join(cli, "dist/lib", name));
const PROFILE = "default";

function fail(error) {
    console.error(String((error && error.message) || error));
    process.exit(1);
}

function below(folder, prefix) {
    return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const name = prefix + entry.name;
        return entry.isDirectory() ? below(path.join(folder, entry.name), name + "/") : [name];
    });
}

try {
    const ResourcesConfig = load("model/resources-config");
    const Manifest = load("model/manifest");
    const SkillMetadataController = load("controllers/skill-metadata-controller");

    const resources = new ResourcesConfig(path.resolve("ask-resources.json"));
    if (!resources.getProfile(PROFILE)) fail(`there is no profile ${PROFILE}`);
    new Manifest(path.resolve(resources.getSkillMetaSrc(PROFILE), "skill.json"));
    if (!Manifest.getInstance().getSkillName()) fail("the skill has no name");

    const controller = new SkillMetadataController({ profile: PROFILE, doDebug: false });
    controller.validateDomain();
    controller.getIsAcSkill = () => false;
    controller.getImportStatusPollView = () => ({ displaySkillId() {}, stop() {}, waitForCompletion: async () => {} });
    controller.putSkillPackage = (source, skillId, vendorId, done) => {
        below(source, "").sort().forEach((name) => console.log(name));
        done(null, skillId || "amzn1.ask.skill.uploaded");
    };
    controller.deploySkillPackage("vendor", false, (error) => (error ? fail(error) : undefined));
} catch (error) {
    fail(error);
}
