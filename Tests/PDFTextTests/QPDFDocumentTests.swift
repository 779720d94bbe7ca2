import PageModel
import Testing

@testable import PDFText

/// Objects of files, read and made.
@Suite struct QPDFDocumentTests {
    private func open<Result>(_ file: PageFile, _ body: (QPDFDocument) throws -> Result) throws -> Result {
        try file.bytes.withUnsafeBytes { try body(QPDFDocument(bytes: $0, name: "a.pdf", password: nil)) }
    }

    private var file: PageFile {
        var file = PageFile()
        file.objects = ["<</A[1 2.5 (x)]/B/Name/C<FEFF503C>/D true/E 21 0 R>>", PageFile.stream("/K 7", "abc")]
        return file
    }

    @Test func valuesAreReadByTheirKind() throws {
        try open(file) { document in
            let object = document.object(ObjectID(number: 20, generation: 0))
            #expect(object["/A"]?.count == 3)
            #expect(object["/A"]?.numbers(2) == [1, 2.5])
            #expect(object["/A"]?.numbers(3) == nil)
            #expect(object["/B"]?.name == "/Name")
            #expect(object["/C"]?.text == "值")
            #expect(object["/D"]?.boolean == true)
            #expect(object["/E"]?["/K"]?.number == 7)
            #expect(object["/E"]?.identity == ObjectID(number: 21, generation: 0))
            #expect(object["/B"]?.identity == nil)
        }
    }

    /// A question about the wrong kind of object is answered with nothing.
    @Test func whatIsNotThereIsNil() throws {
        try open(file) { document in
            let object = document.object(ObjectID(number: 20, generation: 0))
            #expect(object["/Z"] == nil)
            #expect(object["/B"]?.number == nil)
            #expect(object["/B"]?["/A"] == nil)
            #expect(object["/A"]?.text == nil)
            #expect(object.boolean == nil)
            #expect(document.object(ObjectID(number: 999, generation: 0)).isNull)
        }
    }

    @Test func aStreamLongerThanTheLimitIsNotDecoded() throws {
        try open(file) { document in
            let stream = document.object(ObjectID(number: 21, generation: 0))
            #expect(stream.decoded(limit: 3).map { Array($0.buffer) } == Array("abc".utf8))
            #expect(stream.decoded(limit: 2) == nil)
        }
    }

    @Test func aCopyOfADictionaryIsOnesOwn() throws {
        try open(file) { document in
            let object = document.object(ObjectID(number: 20, generation: 0))
            let copy = object.copiedDictionary()
            copy.set("/B", to: document.parsed("/Other"))
            #expect(copy["/B"]?.name == "/Other")
            #expect(copy["/D"]?.boolean == true)
            #expect(object["/B"]?.name == "/Name")
            #expect(document.parsed("/Name").copiedDictionary().isDictionary)
        }
    }

    @Test func whatWasMadeStandsInTheWrittenFile() throws {
        let bytes = try #require(
            try open(file) { document in
                let stream = document.newStream(Array("0 g 0 0 5 5 re f".utf8))
                document.page(1).object.set("/Contents", to: document.indirect(stream))
                return document.written()
            })
        let document = try PDFDocument(file: FileBytes(bytes), name: "b.pdf")
        #expect(try document.page(1).content.fills.map(\.box) == [Rect(x0: 0, y0: 95, x1: 5, y1: 100)])
    }

    @Test func whatIsNoPDFIsDamaged() {
        let error = #expect(throws: GraphicsError.self) {
            try Array("no such thing".utf8).withUnsafeBytes {
                try QPDFDocument(bytes: $0, name: "a.pdf", password: nil)
            }
        }
        #expect(error?.code == .damaged)
        #expect(error?.message.contains("a.pdf") == true)
    }
}
