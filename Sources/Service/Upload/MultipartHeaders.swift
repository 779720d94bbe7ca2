internal import Foundation

/// What a part of a multipart body says of itself.
struct MultipartHeaders: Hashable, Sendable {
    /// Of the field in the form.
    let name: String
    /// As the client gives it; nil for a part that is no file.
    let fileName: String?

    /// - Parameter bytes: Lines, with a line feed before the first.
    /// - Throws: Where there is no name of a field.
    init(_ bytes: [UInt8]) throws(MultipartParser.Malformed) {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
        let key = "content-disposition:"
        guard let line = lines.first(where: { $0.lowercased().hasPrefix(key) }) else {
            throw MultipartParser.Malformed(message: "A part has no Content-Disposition.")
        }
        let parameters = HeaderParameters(line.dropFirst(key.count))
        guard parameters.value == "form-data", let name = parameters["name"] else {
            throw MultipartParser.Malformed(message: "A part is not the field of a form with a name.")
        }
        self.name = name
        fileName = parameters.extended("filename") ?? parameters["filename"]
    }
}

/// The value of a header field with its parameters: `form-data; name="file"; filename="a.pdf"`.
struct HeaderParameters: Hashable, Sendable {
    /// In lower case.
    let value: String
    private var parameters: [String: String] = [:]

    init(_ text: some StringProtocol) {
        var parts = Self.split(String(text))
        value = parts.isEmpty ? "" : parts.removeFirst().trimmingCharacters(in: .whitespaces).lowercased()
        for part in parts {
            guard let sign = part.firstIndex(of: "=") else { continue }
            let name = part[..<sign].trimmingCharacters(in: .whitespaces).lowercased()
            let text = part[part.index(after: sign)...].trimmingCharacters(in: .whitespaces)
            if parameters[name] == nil { parameters[name] = Self.unquoted(text) }
        }
    }

    subscript(name: String) -> String? { parameters[name] }

    /// A parameter in the extended form of RFC 8187, `filename*=UTF-8''%E8%A1%A8.pdf`.
    func extended(_ name: String) -> String? {
        guard let text = parameters[name + "*"], text.lowercased().hasPrefix("utf-8'"),
            let quote = text.dropFirst("utf-8'".count).firstIndex(of: "'")
        else { return nil }
        return String(text[text.index(after: quote)...]).removingPercentEncoding
    }

    /// At semicolons that do not stand between quotation marks.
    private static func split(_ text: String) -> [String] {
        var parts = [""]
        var (isQuoted, isEscaped) = (false, false)
        for character in text {
            if character == ";", !isQuoted {
                parts.append("")
                continue
            }
            if character == "\"", !isEscaped { isQuoted.toggle() }
            isEscaped = character == "\\" && isQuoted && !isEscaped
            parts[parts.count - 1].append(character)
        }
        return parts
    }

    /// Browsers escape nothing but the quotation mark, so other backslashes stay as they are.
    private static func unquoted(_ text: String) -> String {
        guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
        return text.dropFirst().dropLast().replacingOccurrences(of: "\\\"", with: "\"")
    }
}
