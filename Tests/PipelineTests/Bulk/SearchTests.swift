import Foundation
import Pipeline
import Testing

extension Bulk {
    /// Whatever a search meets is converted, named, or counted as left alone; nothing of the run itself is met.
    @Suite struct SearchTests {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        private var out: String { folder.path("out") }

        @Test(.enabled(if: getuid() == 0, "Only the root user can become another"))
        func aFolderThatCannotBeEnteredIsNamed() throws {
            try FileManager.default.createDirectory(atPath: folder.path("in/sub"), withIntermediateDirectories: true)
            try folder.addGoodForm(as: "in/sub/a.pdf")
            chmod(folder.path("in/sub"), 0o744)
            chmod(folder.path("in"), 0o755)
            chmod(folder.path, 0o777)
            let run = try Program.run(
                ["convert", folder.path("in"), "--out", out, "--jobs", "1"],
                shell: "exec setpriv --reuid=65534 --clear-groups \"$0\" \"$@\"")
            // Where the program itself can't be reached by others there is nothing to see.
            guard FileManager.default.fileExists(atPath: out + "/failures.jsonl") else { return }
            #expect(run.status == 3)
            #expect(try BulkResult.lines(BulkResult.files(of: out)[.failures]).count == 1)
        }

        /// A library that has every listing break off after its third entry.
        private static let brokenListing = """
            #define _GNU_SOURCE
            #include <dirent.h>
            #include <dlfcn.h>
            #include <errno.h>
            struct dirent *readdir(DIR *folder) {
                static int count;
                if (count++ >= 3) { errno = EIO; return 0; }
                struct dirent *(*next)(DIR *) = dlsym(RTLD_NEXT, "readdir");
                return next(folder);
            }
            """

        @Test func aListingThatBreaksOffIsNamed() throws {
            let input = try folder.addDocuments(12)
            try folder.write(Data(Self.brokenListing.utf8), as: "broken.c")
            let library = folder.path("broken.so")
            _ = try Program.run([], shell: "clang -shared -fPIC -o '\(library)' '\(folder.path("broken.c"))'")
            // Nothing to see where there is no compiler.
            guard FileManager.default.fileExists(atPath: library) else { return }
            let run = try Program.run(
                ["convert", input, "--out", out],
                shell: "LD_PRELOAD='\(library)' exec \"$0\" \"$@\"")
            #expect(run.status == 3)
            #expect(run.text.contains("listed only in part"))
        }

        @Test func argumentsThatAreNoTextStayTwoFiles() throws {
            let make =
                "cp '\(GoodForm.path)' \"$(printf '\(folder.path)/x\\274.pdf')\"; "
                + "cp '\(Corpus.path("bad-blank-pages.pdf"))' \"$(printf '\(folder.path)/x\\275.pdf')\"; "
            let run = try Program.run(
                ["convert", "--out", out, "--jobs", "1"],
                shell: make
                    + "exec \"$0\" \"$@\" \"$(printf '\(folder.path)/x\\274.pdf')\" \"$(printf '\(folder.path)/x\\275.pdf')\""
            )
            #expect(run.text.contains("files     2"))
        }
    }
}
