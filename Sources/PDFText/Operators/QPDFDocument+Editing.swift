internal import CQPDF
internal import PageModel

/// What this stage changes in a file in memory: new objects, keys and items.
extension QPDFDocument {
    private func made(_ handle: qpdf_oh) -> QPDFObject { QPDFObject(handle: handle, document: self) }

    func newDictionary() -> QPDFObject { made(qpdf_oh_new_dictionary(data)) }

    func newArray() -> QPDFObject { made(qpdf_oh_new_array(data)) }

    /// A direct object as PDF writes it; broken text makes a null.
    func parsed(_ text: String) -> QPDFObject { made(qpdf_oh_parse(data, text)) }

    /// An object of the file, to be referred to from several places.
    func indirect(_ object: QPDFObject) -> QPDFObject { made(qpdf_make_indirect_object(data, object.handle)) }

    func newStream(_ bytes: [UInt8]) -> QPDFObject {
        let stream = qpdf_oh_new_stream(data)
        let nothing = qpdf_oh_new_null(data)
        bytes.withUnsafeBufferPointer {
            qpdf_oh_replace_stream_data(data, stream, $0.baseAddress, $0.count, nothing, nothing)
        }
        return made(stream)
    }

    /// The value of `/AcroForm`.
    var interactiveForm: QPDFObject? { made(qpdf_get_root(data))["/AcroForm"] }
}

extension QPDFObject {
    /// Sets a key of a dictionary or of a stream's dictionary.
    func set(_ key: String, to value: QPDFObject) {
        let dictionary = isStream ? qpdf_oh_get_dict(document.data, handle) : handle
        qpdf_oh_replace_key(document.data, dictionary, key, value.handle)
    }

    func append(_ item: QPDFObject) { qpdf_oh_append_item(document.data, handle, item.handle) }

    /// A dictionary of its own with the same values; empty for any other object.
    func copiedDictionary() -> QPDFObject {
        let copy = document.newDictionary()
        guard isDictionary else { return copy }
        qpdf_oh_begin_dict_key_iter(document.data, handle)
        var keys: [String] = []
        while qpdf_oh_dict_more_keys(document.data) != 0 {
            keys.append(String(cString: qpdf_oh_dict_next_key(document.data)))
        }
        for key in keys { if let value = self[key] { copy.set(key, to: value) } }
        return copy
    }

    /// The text of a string object, nil for any other.
    var text: String? {
        guard qpdf_oh_is_string(document.data, handle) != 0 else { return nil }
        var length = 0
        guard let start = qpdf_oh_get_binary_utf8_value(document.data, handle, &length) else { return nil }
        let bytes = UnsafeRawBufferPointer(start: start, count: length)
        return String(decoding: bytes, as: UTF8.self)
    }

    var boolean: Bool? {
        guard qpdf_oh_is_bool(document.data, handle) != 0 else { return nil }
        return qpdf_oh_get_bool_value(document.data, handle) != 0
    }
}
