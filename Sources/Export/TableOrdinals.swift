/// Counts the tables of each page.
package struct TableOrdinals {
    private var page: [UInt8] = []
    private var count = 0

    package init() {}

    /// - Parameter line: Of a table, with the key `page` behind the name of the file.
    package mutating func next(_ line: [UInt8]) -> Int {
        let page = Self.page(of: line)
        count = page == self.page ? count + 1 : 1
        self.page = page
        return count
    }

    /// The digits of the page. A name cannot look like the key: its quotation marks are escaped.
    private static func page(of line: [UInt8]) -> [UInt8] {
        let key = Array("\",\"page\":".utf8)
        guard let range = line.firstRange(of: key) else { return [] }
        return Array(line[range.upperBound...].prefix { (0x30...0x39).contains($0) })
    }
}
