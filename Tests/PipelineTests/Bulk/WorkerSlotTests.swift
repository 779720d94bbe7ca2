import Pipeline
import Testing

@testable import Bulk

/// What is said of a document that a worker was lost with.
@Suite struct WorkerSlotTests {
    private func message(
        _ code: Failure.Code, at place: WorkerPlace?, detail: String = "", isWhole: Bool = false
    ) -> DocumentFault {
        WorkerLoss(code: code, place: place, end: "signal 6, SIGABRT", detail: detail)
            .fault(limits: BulkLimits(), isWholeDocument: isWhole)
    }

    @Test func theFaultNamesThePageAndTheStage() {
        let reading = message(.crashed, at: WorkerPlace(stage: .text, page: 7))
        #expect(reading.stage == .text)
        #expect(
            reading.message
                == "The converter came down while reading page 7: signal 6, SIGABRT. The other pages are converted.")
        let looking = message(.crashed, at: WorkerPlace(stage: .normalize, page: 2), detail: "it sent nonsense")
        #expect(looking.stage == .normalize)
        #expect(looking.message.contains("looking for tables on page 2: it sent nonsense, signal 6"))
    }

    @Test func aFileThatDoesNotOpenHasNoPage() {
        let fault = message(.timedOut, at: nil, detail: "so long", isWhole: true)
        #expect(fault.stage == .open)
        #expect(
            fault.message
                == "The time was up while opening the file: so long (signal 6, SIGABRT). Nothing of the document is converted."
        )
    }

    @Test func theMemoryIsNamed() {
        let fault = message(.outOfMemory, at: WorkerPlace(stage: .text, page: 1))
        #expect(fault.message.contains("\(BulkLimits().memoryMegabytes) MB"))
    }
}
