internal import CQPDF
internal import PageModel

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Owner of qpdf's state for one file, and the few questions this stage asks of PDF objects.
///
/// qpdf answers a question about the wrong kind of object with a fallback value and remembers an error, which counts for
/// nothing here: a broken object is a missing one.
final class QPDFDocument {
    private var handle: qpdf_data?
    let pageCount: Int

    init(bytes: UnsafeRawBufferPointer, name: String, password: String?) throws(GraphicsError) {
        guard let handle = qpdf_init() else {
            throw GraphicsError(code: .damaged, message: "\(name) cannot be opened: qpdf does not start.")
        }
        qpdf_silence_errors(handle)
        qpdf_set_suppress_warnings(handle, 1)
        let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        let result = qpdf_read_memory(handle, name, start, UInt64(bytes.count), password)
        let count = result & 2 == 0 ? Int(qpdf_get_num_pages(handle)) : -1
        guard count >= 0 else {
            defer {
                var ended: qpdf_data? = handle
                qpdf_cleanup(&ended)
            }
            if qpdf_has_error(handle) != 0, qpdf_get_error_code(handle, qpdf_get_error(handle)) == qpdf_e_password {
                throw GraphicsError(
                    code: .encrypted,
                    message: password == nil
                        ? "\(name) is locked; give its password." : "The password given does not open \(name).")
            }
            throw GraphicsError(code: .damaged, message: "\(name) is no PDF file or is damaged beyond repair.")
        }
        self.handle = handle
        pageCount = count
    }

    deinit {
        // An error that nobody asked for would be printed by qpdf itself.
        if let handle, qpdf_has_error(handle) != 0 { _ = qpdf_get_error(handle) }
        qpdf_cleanup(&handle)
    }

    /// Ends all objects handed out so far.
    func releaseObjects() { if let handle { qpdf_oh_release_all(handle) } }

    func page(_ number: Int) -> QPDFPage {
        QPDFPage(object: QPDFObject(handle: qpdf_get_page_n(handle, number - 1), document: self))
    }

    func object(_ identity: ObjectID) -> QPDFObject {
        let (number, generation) = (Int32(clamping: identity.number), Int32(clamping: identity.generation))
        return QPDFObject(handle: qpdf_get_object_by_id(handle, number, generation), document: self)
    }

    /// The file as it stands now, without its encryption; nil when qpdf cannot write it.
    func written() -> [UInt8]? {
        guard let handle, qpdf_init_write_memory(handle) & 2 == 0 else { return nil }
        qpdf_set_preserve_encryption(handle, 0)
        // The same bytes for the same input.
        qpdf_set_deterministic_ID(handle, 1)
        guard qpdf_write(handle) & 2 == 0, let start = qpdf_get_buffer(handle) else { return nil }
        return [UInt8](UnsafeBufferPointer(start: start, count: qpdf_get_buffer_length(handle)))
    }

    var data: qpdf_data? { handle }
}

/// One PDF object; valid until the document releases its objects.
struct QPDFObject {
    let handle: qpdf_oh
    let document: QPDFDocument

    private var data: qpdf_data? { document.data }

    var isDictionary: Bool { qpdf_oh_is_dictionary(data, handle) != 0 }
    var isArray: Bool { qpdf_oh_is_array(data, handle) != 0 }
    var isStream: Bool { qpdf_oh_is_stream(data, handle) != 0 }
    var isNull: Bool { qpdf_oh_is_initialized(data, handle) == 0 || qpdf_oh_is_null(data, handle) != 0 }

    /// Number of the object in the file, 0 for one inside another.
    var identifier: Int { Int(qpdf_oh_get_object_id(data, handle)) }

    /// nil for an object inside another.
    var identity: ObjectID? {
        let number = Int(qpdf_oh_get_object_id(data, handle))
        return number > 0 ? ObjectID(number: number, generation: Int(qpdf_oh_get_generation(data, handle))) : nil
    }

    var count: Int { isArray ? Int(qpdf_oh_get_array_n_items(data, handle)) : 0 }

    var number: Double? {
        var value = 0.0
        return qpdf_oh_get_value_as_number(data, handle, &value) != 0 ? value : nil
    }

    /// A name with its slash.
    var name: String? { qpdf_oh_is_name(data, handle) != 0 ? String(cString: qpdf_oh_get_name(data, handle)) : nil }

    /// The value of a key of a dictionary or of a stream's dictionary, nil where there is none.
    subscript(key: String) -> QPDFObject? {
        let dictionary = isStream ? qpdf_oh_get_dict(data, handle) : handle
        guard qpdf_oh_is_dictionary(data, dictionary) != 0 else { return nil }
        let value = QPDFObject(handle: qpdf_oh_get_key(data, dictionary, key), document: document)
        return value.isNull ? nil : value
    }

    subscript(index: Int) -> QPDFObject {
        QPDFObject(handle: qpdf_oh_get_array_item(data, handle, Int32(index)), document: document)
    }

    /// The numbers of an array, nil where it has fewer or others.
    func numbers(_ wanted: Int) -> [Double]? {
        guard count >= wanted else { return nil }
        let values = (0..<wanted).compactMap { self[$0].number }
        return values.count == wanted ? values : nil
    }

    var rectangle: Rect? { numbers(4).map { Rect(x0: $0[0], y0: $0[1], x1: $0[2], y1: $0[3]) } }

    var matrix: Matrix? {
        numbers(6).map { Matrix(a: $0[0], b: $0[1], c: $0[2], d: $0[3], e: $0[4], f: $0[5]) }
    }

    /// The decoded bytes of a stream, nil where its filters fail or it is longer than `limit` before decoding.
    ///
    /// - Parameter pictures: Whether filters that lose something, such as those of JPEG, are undone too.
    func decoded(limit: Int, pictures: Bool = false) -> ContentBytes? {
        if let length = self["/Length"]?.number, length > Double(limit) { return nil }
        var filtered: QPDF_BOOL = 0
        var bytes: UnsafeMutablePointer<UInt8>?
        var length = 0
        let level = pictures ? qpdf_dl_all : qpdf_dl_generalized
        let result = qpdf_oh_get_stream_data(data, handle, level, &filtered, &bytes, &length)
        return owned(bytes, length, isValid: result & 2 == 0 && filtered != 0)
    }

    private func owned(_ bytes: UnsafeMutablePointer<UInt8>?, _ length: Int, isValid: Bool) -> ContentBytes? {
        guard isValid else {
            free(bytes)
            return nil
        }
        guard let bytes else { return ContentBytes(copying: []) }
        return ContentBytes(buffer: UnsafeBufferPointer(start: bytes, count: length)) { free(bytes) }
    }
}
