import Testing

@testable import PDFText

/// Files that a sandbox leaves readable.
@Suite struct LibraryFilesTests {
    @Test func theFoldersOfFontsAreThoseOfTheConfiguration() {
        let text = """
            <?xml version="1.0"?><fontconfig>
            <dir>/opt/fonts</dir><dir prefix="xdg">fonts</dir>
            <dir salt="a">/srv/fonts
            </dir><cachedir>/var/cache</cachedir><dir>~/.fonts</dir></fontconfig>
            """
        #expect(LibraryFiles.folders(in: text) == ["/opt/fonts", "/srv/fonts"])
        #expect(LibraryFiles.folders(in: "<dir").isEmpty)
    }

    /// Nothing relative may get in: it would mean a place beside the documents.
    @Test func allPathsAreAbsolute() {
        #expect((LibraryFiles.paths + LibraryFiles.caches).allSatisfy { $0.hasPrefix("/") })
        #expect(!LibraryFiles.paths.contains("/"))
    }
}
