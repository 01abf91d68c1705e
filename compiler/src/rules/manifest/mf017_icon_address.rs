use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::source::Text;
use crate::url::Url;

rule! {
    /// An icon is neither a URL nor a file of the skill package.
    ///
    /// An icon is fetched from an https URL, or comes with the skill package as `file://assets/…`, which is the path below
    /// `skill-package/`. Any other path is taken for a URL without a scheme, and the import of the package fails.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   small_icon: assets/small.png
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   small_icon: file://assets/small.png
    /// ```
    MF017 "icon-address" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for icon in skill.listings.iter().flat_map(|page| [page.small_icon, page.large_icon]).flatten() {
        // Amazon's own exports have an empty one where nothing was filled in.
        if icon.value.is_empty() || is_address(icon.value) {
            continue;
        }
        let problem = RULE.at(icon.span, format!("`{}` is no address of an icon", icon.value));
        let problem = problem.note("valid are an https URL, and `file://assets/…` for a file in `skill-package/assets/`");
        report.push(with_fix(problem, icon));
    }
}

/// Whether it can be an icon's.
pub(crate) fn is_address(address: &str) -> bool {
    Url::parse(address).is_some() || in_package(address).is_some()
}

/// The path of a file in the package, which it does not leave.
pub(crate) fn in_package(address: &str) -> Option<&str> {
    let path = address.strip_prefix("file://").filter(|path| !path.is_empty())?;
    (!path.starts_with('/') && !path.contains('\\') && path.split('/').all(|part| part != "..")).then_some(path)
}

fn with_fix(problem: crate::diagnostic::Diagnostic, icon: Text<'_>) -> crate::diagnostic::Diagnostic {
    let path = icon.value.trim_start_matches("./").trim_start_matches("skill-package/");
    let address = format!("file://{path}");
    if path.starts_with("assets/") && in_package(&address).is_some() {
        problem.fix("write it as a file of the package", icon.span, address)
    } else {
        problem
    }
}
