/// The script of the page of `inspect`.
enum InspectScript {
    private static let script = JoinedScript(modules: [
        PackageResources.dom_js, PackageResources.data_js, PackageResources.language_js,
        PackageResources.corrections_js, PackageResources.checks_js, PackageResources.queue_js,
        PackageResources.pages_js, PackageResources.forms_js, PackageResources.keys_js, PackageResources.detail_js,
        PackageResources.main_js,
    ])

    static let text = script.text

    /// What a policy names the script by.
    static let hash = script.hash
}
