// What Amazon's own clients would send.
//
// Arguments: the folder of the package `ask-sdk-model`. Standard input is a list of calls, `{service, operation, args}`; standard output is
// the list of their requests, `{method, url, headers, body}`. Nothing goes to the network.
"use strict";

const { services } = require(process.argv[2]);

async function request({ service, operation, args }) {
    let sent;
    const apiClient = {
        async invoke(request) {
            sent = request;
            return { statusCode: 204, headers: [], body: "" };
        },
    };
    const Client = Object.entries(services[service]).find(([name]) => name.endsWith("ServiceClient"))[1];
    const configuration = { apiClient, apiEndpoint: "https://api.eu.amazonalexa.com", authorizationValue: "a-token-of-a-test" };
    await new Client(configuration)[operation](...args);
    const headers = Object.fromEntries(sent.headers.map(({ key, value }) => [key.toLowerCase(), value]));
    return { method: sent.method, url: sent.url, headers, body: sent.body ? JSON.parse(sent.body) : null };
}

(async () => {
    const calls = JSON.parse(require("fs").readFileSync(0, "utf8"));
    console.log(JSON.stringify(await Promise.all(calls.map(request))));
})();
