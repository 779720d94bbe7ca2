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
        "self-evaluation-2024.borderless.weasyprint.pdf": [
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
    ]

    static let layouts: [String: [Entry]] = [
        "leftovers-vertical-machinery.chromium.pdf": [
            Entry(
                reason: "text set downwards in a narrow column is read in the wrong order",
                places: (3...6).map { "form 1 row \($0)" })
        ],
    ]
}
