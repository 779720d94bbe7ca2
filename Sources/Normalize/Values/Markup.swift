internal import PageModel

/// Returns the text without the HTML that some forms' software leaks onto the page: tags such as `<p class=…>` and
/// `<br/>` are dropped, entities such as `&nbsp;` and `&lt;` resolved.
///
/// Only names of HTML elements make a tag, so "<5%" and "5<x>3" stay. A tag or a hard space between two Latin words
/// leaves one space.
public func strippingMarkup(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return text }
    let withoutTags = droppingTags(Array(text.unicodeScalars))
    let resolved = resolvingEntities(withoutTags)
    // A page that shows "&lt;p&gt;" was escaped twice.
    let clean = resolved.count == withoutTags.count ? resolved : droppingTags(resolved)
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: clean)
    return String(scalars)
}

private func droppingTags(_ source: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(source.count)
    var index = 0
    var wasTag = false
    while index < source.count {
        if source[index] == "<", let end = tagEnd(source, at: index) {
            index = end
            wasTag = true
            continue
        }
        if wasTag { appendWordGap(to: &result, before: source[index]) }
        wasTag = false
        result.append(source[index])
        index += 1
    }
    return result
}

private func appendWordGap(to result: inout [Unicode.Scalar], before next: Unicode.Scalar) {
    guard let last = result.last, last.isLatin || last.isDigit, next.isLatin || next.isDigit else { return }
    result.append(" ")
}

/// The index behind the tag that opens at `start`, nil if none does.
private func tagEnd(_ source: [Unicode.Scalar], at start: Int) -> Int? {
    var index = start + 1
    var isClosing = false
    if index < source.count, source[index] == "/" {
        isClosing = true
        index += 1
    }
    var name = ""
    while index < source.count, source[index].isLatin || source[index].isDigit || source[index] == ":" {
        name.unicodeScalars.append(source[index])
        if name.utf8.count > Markup.longestName { return nil }
        index += 1
    }
    let element = name.lowercased()
    guard Markup.elements.contains(element) || Markup.letters.contains(element), index < source.count else {
        return nil
    }
    let hasAttributes = source[index].isBlank
    guard hasAttributes || source[index] == "/" || source[index] == ">" else { return nil }
    // "a<b>c" compares; a bare one-letter tag counts only where its end tag stands in the text.
    if Markup.letters.contains(element), !isClosing, !hasAttributes, !contains(source, closing: element, from: index) {
        return nil
    }
    let limit = min(source.count, start + Markup.longestTag)
    while index < limit, source[index] != "<" {
        if source[index] == ">" { return index + 1 }
        index += 1
    }
    return nil
}

private func contains(_ source: [Unicode.Scalar], closing element: String, from start: Int) -> Bool {
    let wanted = Array("</\(element)>".unicodeScalars)
    guard source.count >= start + wanted.count else { return false }
    return (start...(source.count - wanted.count)).contains { at in
        wanted.indices.allSatisfy { source[at + $0].properties.lowercaseMapping == String(wanted[$0]) }
    }
}

private func resolvingEntities(_ source: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(source.count)
    var index = 0
    while index < source.count {
        guard source[index] == "&",
            let end = source[index...].prefix(Markup.longestEntity).firstIndex(of: ";"),
            let scalar = entity(source[(index + 1)..<end])
        else {
            result.append(source[index])
            index += 1
            continue
        }
        index = end + 1
        if scalar != "\u{A0}" {
            result.append(scalar)
        } else if index < source.count {
            appendWordGap(to: &result, before: source[index])
        }
    }
    return result
}

private func entity(_ body: ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
    var name = ""
    name.unicodeScalars.append(contentsOf: body)
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
        return UInt32(name.dropFirst(2), radix: 16).flatMap { Unicode.Scalar($0) }
    }
    if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap { Unicode.Scalar($0) } }
    return Markup.entities[name]
}

private enum Markup {
    static let longestName = 10
    static let longestTag = 2000
    static let longestEntity = 10

    static let letters: Set<String> = ["a", "b", "i", "s", "u"]

    static let elements: Set<String> = [
        "p", "br", "span", "div", "font", "strong", "em", "sup", "sub", "table", "tbody", "thead", "tr", "td", "th",
        "ul",
        "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "style", "script", "center", "input", "label",
        "pre",
        "section", "html", "body", "head", "o:p", "del", "ins", "big", "small",
    ]

    static let entities: [String: Unicode.Scalar] = [
        "nbsp": "\u{A0}", "ensp": "\u{A0}", "emsp": "\u{A0}", "lt": "<", "gt": ">", "amp": "&", "quot": "\"",
        "apos": "'",
        "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "ge": "≥", "le": "≤", "mdash": "—", "ndash": "–",
        "middot": "·", "hellip": "…", "times": "×", "permil": "‰",
    ]
}
