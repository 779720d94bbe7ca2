internal import Foundation

/// Makes shapes of the schemas that the program publishes.
enum LineSchema: Hashable, Sendable, CaseIterable {
    case indicator
    case form
    case table
    case run
    case evidence

    /// Made once for each process.
    var shape: JSONShape {
        switch self {
        case .indicator: Self.indicatorShape
        case .form: Self.formShape
        case .table: Self.tableShape
        case .run: Self.runShape
        case .evidence: Self.evidenceShape
        }
    }

    private static let indicatorShape = SchemaReader.shape(of: PackageResources.indicator_schema_json)
    private static let formShape = SchemaReader.shape(of: PackageResources.form_schema_json)
    private static let tableShape = SchemaReader.shape(of: PackageResources.table_schema_json)
    private static let runShape = SchemaReader.shape(of: PackageResources.run_schema_json)
    private static let evidenceShape = SchemaReader.shape(of: PackageResources.evidence_schema_json)
}

/// Turns the keywords that our schemas use into a shape; see `JSONShape` for what is left out.
struct SchemaReader {
    private var shape = JSONShape()
    private let definitions: [String: Any]
    /// Places of definitions that are made already.
    private var made: [String: Int] = [:]

    /// - Parameter bytes: A schema of ours; one that is none gives a shape that nothing fits.
    static func shape(of bytes: [UInt8]) -> JSONShape {
        guard let schema = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else {
            return JSONShape(nodes: [JSONShape.Node(JSONShape.Rules())], root: 0)
        }
        var reader = SchemaReader(definitions: schema["$defs"] as? [String: Any] ?? [:])
        reader.shape.root = reader.add(schema)
        return reader.shape
    }

    private init(definitions: [String: Any]) { self.definitions = definitions }

    private mutating func add(_ value: Any?) -> Int {
        let schema = value as? [String: Any] ?? [:]
        if let name = (schema["$ref"] as? String)?.split(separator: "/").last.map(String.init) {
            if let index = made[name] { return index }
            let index = add(definitions[name])
            made[name] = index
            return index
        }
        var node = JSONShape.Rules()
        node.kinds = Self.kinds(of: schema)
        node.words = Self.words(of: schema)
        if let alternatives = schema["anyOf"] as? [Any] { node.alternatives = alternatives.map { add($0) } }
        if let properties = schema["properties"] as? [String: Any] {
            let required = Set(schema["required"] as? [String] ?? [])
            for (key, value) in properties {
                node.properties.append(.init(key: Array(key.utf8), shape: add(value)))
            }
            node.properties.sort { left, right in
                left.key.withUnsafeBufferPointer { ShapeChecker.compare($0, right.key) < 0 }
            }
            for (bit, property) in node.properties.enumerated() {
                if required.contains(String(decoding: property.key, as: UTF8.self)) {
                    node.required |= 1 << UInt64(bit)
                }
            }
        }
        if let others = schema["additionalProperties"] as? [String: Any] { node.others = add(others) }
        if let places = schema["prefixItems"] as? [Any] {
            // Coordinates: what is not finite is written as null.
            shape.nodes.append(JSONShape.Node(JSONShape.Rules(kinds: [.integer, .number, .null])))
            node.items = shape.nodes.count - 1
            node.count = places.count
        } else if let items = schema["items"] as? [String: Any] {
            node.items = add(items)
        }
        shape.nodes.append(JSONShape.Node(node))
        return shape.nodes.count - 1
    }

    private static func kinds(of schema: [String: Any]) -> JSONShape.Kinds {
        let names = schema["type"] as? [String] ?? (schema["type"] as? String).map { [$0] } ?? []
        let byName: [String: JSONShape.Kinds] = [
            "null": .null, "boolean": .boolean, "integer": .integer, "number": [.integer, .number], "string": .string,
            "array": .array, "object": .object,
        ]
        let named = names.reduce(into: JSONShape.Kinds()) { $0.formUnion(byName[$1] ?? []) }
        guard named.isEmpty, let values = schema["enum"] as? [Any] else { return named }
        return values.reduce(into: JSONShape.Kinds()) { kinds, value in
            kinds.formUnion(value is String ? .string : value is NSNull ? .null : .integer)
        }
    }

    private static func words(of schema: [String: Any]) -> [[UInt8]]? {
        (schema["enum"] as? [Any]).map { $0.compactMap { $0 as? String }.map { Array($0.utf8) } }
    }
}
