internal import Export
internal import Normalize
internal import PageModel
internal import Pipeline

/// What the script of the page knows of the document: its forms with the place of each field, and the words of the page
/// in all languages.
struct InspectData {
    let document: DocumentIdentity
    let forms: [FormRecord]
    /// What the document as a whole could not give.
    let failures: [Failure]
    /// Number, width and height, in points.
    let pages: [(number: Int, width: Double, height: Double)]

    /// JSON that can stand in an element of HTML: no character of it ends one.
    var text: String {
        let words = WordCatalogue.members([
            ("texts", PackageResources.texts_json), ("codes", PackageResources.codes_json),
        ])
        return (json.description.dropLast() + words + "}").replacing("<", with: "\\u003c")
    }

    private var json: JSONValue {
        .object([
            "file": .string(document.file), "sha256": .string(document.sha256),
            "pages": .array(
                pages.map {
                    .object(["number": .int($0.number), "width": .double($0.width), "height": .double($0.height)])
                }),
            "forms": .array(forms.enumerated().map { form($0.element, ordinal: $0.offset + 1) }),
            "failures": .array(
                failures.map { .object(["code": .string($0.code.rawValue), "message": .string($0.message)]) }),
            "names": .fieldNames,
        ])
    }

    private func form(_ form: FormRecord, ordinal: Int) -> JSONValue {
        let line = form.json(in: document, ordinal: ordinal)
        var members = [JSONMember("id", line["form_id"] ?? .null), JSONMember("kind", line["form_kind"] ?? .null)]
        for key in ["pages", "checks", "notes", "source"] {
            members.append(JSONMember(key, (line[key] ?? .null).exact))
        }
        members.append(JSONMember("fields", .array(form.accounts.map(\.brief))))
        let lines = form.indicatorLines(in: document, ordinal: ordinal)
        members.append(
            JSONMember("rows", .array(zip(form.indicators, lines).map { row($0, line: $1) })))
        return .object(members)
    }

    private func row(_ record: IndicatorRecord, line: JSONValue) -> JSONValue {
        .object([
            "id": line["record_id"] ?? .null, "confidence": line["confidence"] ?? .null,
            "repairs": line["repairs"] ?? .null, "source": (line["source"] ?? .null).exact,
            "fields": .array(record.accounts.map(\.brief)),
        ])
    }
}

extension FieldAccount {
    /// Without what is as usual, which the script puts in again.
    fileprivate var brief: JSONValue {
        guard case .object(let members) = json else { return .null }
        let usual: [String: JSONValue] = [
            "basis": .string(FieldEvidence.Basis.printed.rawValue), "places": .array([]), "reading": .null,
            "repairs": .array([]), "confidence": .double(1), "reason": .null, "before_review": .null,
        ]
        return JSONValue.object(members.filter { usual[$0.key] != $0.value }).exact
    }
}

extension JSONValue {
    /// The value with its exact figures as texts: a script would round them.
    fileprivate var exact: JSONValue {
        switch self {
        case .number(let figure): .string(figure.description)
        case .array(let values): .array(values.map(\.exact))
        case .object(let members): .object(members.map { JSONMember($0.key, $0.value.exact) })
        default: self
        }
    }
}
