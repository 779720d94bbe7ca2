/// What the program is known to get wrong: file → places and the reason.
///
/// A place covers all that lies under it: "form 1 row 3" stands for every field of that row. An entry whose place comes
/// out right fails its test, so that this table stays true.
enum KnownFailures {
    struct Entry {
        var reason: String
        var places: [String]
    }

    static let corpus: [String: [Entry]] = [:]

    static let layouts: [String: [Entry]] = [
        "leftovers-vertical-machinery.chromium.pdf": [
            Entry(
                reason: "text set downwards in a narrow column is read in the wrong order",
                places: (3...6).map { "form 1 row \($0)" })
        ],
        "sichuan-2023-culture.chromium.pdf": [
            Entry(reason: "a number of the form above its title is left out", places: ["form 1 fields"])
        ],
        "anhui-2023-transport.reportlab.pdf": [
            Entry(
                reason: "the unit in the block's caption, 资金投入情况（万元）, is not used",
                places: (1...3).flatMap { ["form 1 funds \($0) adjusted_budget", "form 1 funds \($0) executed"] })
        ],
        "hubei-2022-agriculture.libreoffice-writer.pdf": [
            Entry(
                reason: "预算数（A）, the divisor of the rate, is taken for the initial budget",
                places: ["form 1 funds 1 adjusted_budget", "form 1 funds 1 initial_budget"]),
            Entry(reason: "the label of the only line is not known as a total", places: ["form 1 funds 1 item"]),
        ],
        "continued-plain-lighting.chromium.pdf": [
            Entry(
                reason: "预算数（A）, the divisor of the rate, is taken for the initial budget",
                places: (1...3).flatMap {
                    ["form 1 funds \($0) adjusted_budget", "form 1 funds \($0) initial_budget"]
                })
        ],
        "hunan-2023-two.weasyprint.pdf": [
            Entry(
                reason: "a source with its amount in one cell, behind a label that is not known, goes to the fields",
                places: (1...2).flatMap { ["form \($0) fields", "form \($0) funds"] })
        ],
        "chongqing-2022-region.chromium.pdf": [
            Entry(reason: "four sources with their amounts in one cell give no line", places: ["form 1 funds"])
        ],
        "department-target-rules.chromium.pdf": [
            Entry(
                reason: "of sources as columns, the one under a column border of the row above loses its amount",
                places: ["form 1 funds 2 amount"]),
            Entry(
                reason: "the header of a list of tasks is taken for a label and its value", places: ["form 1 fields"]),
        ],
        "header-rule-only-highway.weasyprint.pdf": [
            Entry(
                reason: "a source of the funding block in a table without lines goes to the fields",
                places: ["form 1 fields", "form 1 funds"])
        ],
        "stretched-labels-relief.reportlab.pdf": [
            Entry(
                reason: "a day of the month inside a phrase is taken for a quantity",
                places: ["form 1 row 4 target.quantities"])
        ],
        "three-in-a-row-health.chromium.pdf": [
            Entry(
                reason: "a row with a label of the head in front of the year's budget is a line of the funding block",
                places: (1...3).flatMap { form in
                    ["funds 1 item", "funds 1 label", "implementing_unit"].map { "form \(form) \($0)" }
                })
        ],
    ]
}
