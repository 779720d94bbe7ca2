/// What the program is known to get wrong: file → places and the reason.
///
/// A place covers all that lies under it: "form 1 row 3" stands for every field of that row. An entry whose place comes
/// out right fails its test, so that this table stays true.
enum KnownFailures {
    struct Entry {
        var reason: String
        var places: [String]
    }

    static let corpus: [String: [Entry]] = [
        "targets-2025.borderless.chromium.pdf": [
            Entry(
                reason: "labels and values of the head run into each other in a table without lines",
                places: (1...4).flatMap { ["form \($0) project_name", "form \($0) implementing_unit"] })
        ],
        "approval-2025.borderless.reportlab.pdf": [
            Entry(
                reason: "labels and values of the head run into each other in a table without lines",
                places: ["form 1 project_name"])
        ],
        "self-evaluation-2024.borderless.weasyprint.pdf": [
            Entry(
                reason: "labels and values of the head run into each other in a table without lines",
                places: (1...2).flatMap { form in
                    ["project_name", "department", "department_code"].map { "form \(form) \($0)" }
                }),
            Entry(
                reason: "the last character of a wrapped label is cut off",
                places: (1...2).flatMap { form in ["conclusion", "grade", "fields"].map { "form \(form) \($0)" } }),
        ],
        "self-evaluation-2024-form5.horizontal-rules.reportlab.pdf": [
            Entry(reason: "the value of a wrapped label is lost", places: ["form 1 implementing_unit"]),
            Entry(
                reason: "the wrapped last row between two rules is taken for two",
                places: ["form 1 indicator_count", "form 1 row 7"]),
        ],
        "targets-2025.continued-repeated-header.libreoffice-calc.pdf": [
            Entry(
                reason: "a label above a page break is not carried over for groups of one row",
                places: ["form 1 row 21", "form 1 row 22"])
        ],
    ]

    static let layouts: [String: [Entry]] = [
        "projects-as-rows.chromium.pdf": [
            Entry(
                reason: "several projects as rows of one table are one form",
                places: ["number of forms", "form 1 indicator_count"])
        ],
        "leftovers-vertical-machinery.chromium.pdf": [
            Entry(
                reason: "text set downwards in a narrow column is read in the wrong order",
                places: (3...6).map { "form 1 row \($0)" })
        ],
        "values-horizontal-police.reportlab.pdf": [
            Entry(
                reason: "labels of groups in a table with rules between rows only go to the wrong rows",
                places: [1, 2, 3, 4, 9, 10].map { "form 1 row \($0)" })
        ],
    ]
}
