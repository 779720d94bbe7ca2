import Testing

@testable import Bulk

/// Shapes made of the schemas that the program publishes.
@Suite struct SchemaReaderTests {
    @Test(arguments: LineSchema.allCases)
    func aPublishedSchemaNamesItsKeys(schema: LineSchema) {
        let root = schema.shape.nodes[schema.shape.root].rules
        #expect(root.kinds == .object)
        #expect(root.required != 0)
        let keys = root.properties.map { String(decoding: $0.key, as: UTF8.self) }
        #expect(!keys.isEmpty && keys.count <= 64 && Set(keys).count == keys.count)
        // They are looked up by halving.
        #expect(
            root.properties.indices.dropFirst().allSatisfy { index in
                root.properties[index].key.withUnsafeBufferPointer {
                    ShapeChecker.compare($0, root.properties[index - 1].key) > 0
                }
            })
    }

    @Test func nothingFitsWhatIsNoSchema() {
        let shape = SchemaReader.shape(of: Array("{".utf8))
        #expect(shape.nodes[shape.root].rules.kinds.isEmpty)
    }

    @Test func aDefinitionIsMadeOnce() {
        let schema =
            ##"{"properties":{"a":{"$ref":"#/$defs/x"},"b":{"$ref":"#/$defs/x"}},"$defs":{"x":{"type":"null"}}}"##
        let shape = SchemaReader.shape(of: Array(schema.utf8))
        let places = Set(shape.nodes[shape.root].rules.properties.map(\.shape))
        #expect(places.count == 1)
        #expect(places.allSatisfy { shape.nodes[$0].rules.kinds == .null })
    }
}
