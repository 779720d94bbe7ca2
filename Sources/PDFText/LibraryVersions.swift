internal import CPoppler
internal import CQPDF

/// The versions of the libraries that read PDFs, as they are loaded.
public enum LibraryVersions {
    public static var poppler: String { String(cString: poppler_get_version()) }
    public static var cairo: String { String(cString: cairo_version_string()) }
    public static var qpdf: String { String(cString: qpdf_get_qpdf_version()) }
}
