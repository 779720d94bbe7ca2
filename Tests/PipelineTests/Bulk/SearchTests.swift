import Foundation
import Pipeline
import Testing

extension Bulk {
    /// Whatever a search meets is converted, named, or counted as left alone; nothing of the run itself is met.
    @Suite struct SearchTests {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        private var out: String { folder.path("out") }

        @Test func whatIsLeftAloneIsCounted() throws {
            let input = try folder.addDocuments(2)
            for name in ["in/a.docx", "in/b.zip", "in/0/c.txt"] { try folder.write(Data("x".utf8), as: name) }
            symlink("nowhere", folder.path("in/d.pdf"))
            _ = try BulkResult([folder.path("in/0/0.pdf")], to: out)
            symlink(out + "/forms.jsonl", folder.path("in/forms"))
            mkfifo(folder.path("in/e.pdf"), 0o600)
            let run = try BulkResult([input], to: out)
            #expect(run.summary.leftAside.count == 6)
            #expect(run.summary.leftAside.names.contains(folder.path("in/a.docx")))
            #expect(run.summary.counts.inputs == 2)
        }

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

        @Test func aPathThatIsTooLongIsNamed() throws {
            let input = try folder.addDocuments(1)
            let name = String(repeating: "d", count: 200)
            let make =
                "cd '\(input)'; for i in $(seq 22); do mkdir \(name); cd \(name); done; cp '\(GoodForm.path)' a.pdf"
            _ = try Program.run([], shell: make)
            let run = try BulkResult([input], to: out)
            let failures = try run.failures()
            #expect(failures.count == 1)
            #expect((failures.first?["message"] as? String)?.contains("too long") == true)
            _ = try Program.run([], shell: "rm -rf '\(input)'")
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

        @Test func nothingOfTheRunIsAnInput() throws {
            let input = try folder.addDocuments(2)
            let inside = input + "/out"
            let first = try BulkResult([input], to: inside)
            // As a kill leaves it.
            try folder.addGoodForm(as: "in/out/.standard-input.pdf")
            let second = try BulkResult([input], to: inside)
            #expect(second.summary.counts.inputs == 2)
            #expect(second.files == first.files)
            #expect(!FileManager.default.fileExists(atPath: inside + "/.standard-input.pdf"))
        }

        @Test func aResultThatIsNamedAsInputIsRefused() throws {
            let input = try folder.addDocuments(1)
            _ = try BulkResult([input], to: out)
            let run = try BulkResult([input, out + "/forms.jsonl"], to: out)
            #expect(try run.codes() == ["forms.jsonl": "unreadable"])
            #expect(run.summary.counts.forms == 1)
        }

        @Test func anInputBehindALinkOfTheResultsIsLeftWhole() throws {
            let path = try folder.addGoodForm(as: "a.pdf")
            try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
            symlink(path, out + "/indicators.jsonl")
            _ = try? BulkResult([path], to: out)
            #expect(try Data(contentsOf: URL(filePath: path)) == GoodForm.data())
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
