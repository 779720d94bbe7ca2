import Bulk
import Foundation
import Testing

extension Bulk {
    /// What is found on a machine.
    @Suite struct DoctorTests {
        @Test func everythingThatIsNeededIsLookedAt() {
            let findings = Doctor(program: Program.path, ocr: .never).findings()
            let names = Set(findings.map(\.name))
            #expect(
                names.isSuperset(of: [
                    "zhibiao", "kernel", "landlock", "seccomp", "sandbox", "poppler", "qpdf", "scans",
                ]))
            #expect(findings.allSatisfy { !$0.text.isEmpty })
        }

        /// A program that is no zhibiao cannot be tried.
        @Test func aWorkerThatDoesNotStartIsBad() {
            let findings = Doctor(program: "/bin/false", ocr: .never).findings()
            #expect(findings.first { $0.name == "sandbox" }?.verdict == .bad)
            #expect(!Doctor.isWhole(findings))
        }

        @Test func onlyGapsOfTheSandboxMakeItLess() {
            #expect(Doctor.isWhole([.init("sandbox", ""), .init("scans", "", .warning)]))
            #expect(!Doctor.isWhole([.init("sandbox", ""), .init("sandbox", "", .warning)]))
        }
    }
}
