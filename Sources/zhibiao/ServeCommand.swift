#if Serve
    import ArgumentParser
    import Bulk
    import Foundation
    import Logging
    import Pipeline
    import ScanReading
    import Service

    struct ServeCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "serve", abstract: "Reads documents that are sent over HTTP.",
            discussion: """
                GET /openapi.json describes the paths, and / is a page to drop a PDF on. Only programs of this machine are \
                let in unless --listen and --token-file say otherwise. There is no TLS: put a reverse proxy before it.
                """)

        @Option(help: "The address and port to listen on.", transform: address(_:))
        var listen = ListenAddress.standard
        @Option(help: "A file with a line for each token, NAME TOKEN; without it no token is asked for.")
        var tokenFile: String?
        @Option(help: "An origin of web pages of other sites that may use the service, such as https://example.org.")
        var allowOrigin: [String] = []
        @Option(help: "Documents that are read at the same time; as many as there are processors if left out.")
        var jobs: Int?
        @Option(help: "Requests that may wait for a reader; others are told to come again.") var queue = 16
        @Option(help: "Megabytes that a document may have.") var bodyMb = 64
        @Option(help: "Seconds that a document may take to arrive.") var bodySeconds = 60.0
        @Option(help: "Seconds that the result of a job is kept.") var keepSeconds = 3600.0
        @Option(help: "Jobs of one token that are kept or wait.") var keepJobs = 100
        @Option(help: "Megabytes of results on the disk at the same time.") var resultMb = 4096
        @Option(help: "The folder on whose disk documents and results lie, as files without names.")
        var folder = FileManager.default.temporaryDirectory.path
        @Option(help: "What reads pictures: auto, ppocr, tesseract, or command:PROGRAM.", transform: engine(named:))
        var ocrEngine = OCREngine.auto
        @OptionGroup var dictionary: DictionaryOption
        @OptionGroup var limits: LimitOptions
        @Option(help: "How to log: text, or json for programs.") var logFormat = RunLog.Format.text
        @Option(
            help: "The least level to log: trace, debug, info, notice, warning, error, critical.",
            transform: logLevel(named:))
        var logLevel: Logger.Level = .info

        func validate() throws {
            guard (jobs ?? 1) >= 1, queue >= 0, keepJobs >= 1, bodyMb >= 1, resultMb >= 1 else {
                throw ValidationError("--jobs, --keep-jobs, --body-mb and --result-mb need a number from 1.")
            }
            guard bodySeconds > 0, keepSeconds > 0 else { throw ValidationError("A time must be above zero.") }
        }

        func run() throws {
            let service: DocumentService
            do {
                service = try DocumentService(settings())
            } catch let error as OutputError {
                throw UsageError(error.description)
            }
            let ended = DispatchSemaphore(value: 0)
            let failure = Failing()
            Task.detached {
                do {
                    try await service.run()
                } catch {
                    failure.error = OutputError(description: "The service ends: \(error)")
                }
                ended.signal()
            }
            ended.wait()
            if let error = failure.error { throw error }
        }

        /// Written before the semaphore is raised, read after it.
        private final class Failing: @unchecked Sendable {
            var error: OutputError?
        }

        private func settings() throws -> ServiceSettings {
            let isJSON = logFormat == .json
            var logger = Logger(label: "zhibiao") { _ in LineLog(isJSON: isJSON) { StandardStreams.say($0) } }
            logger.logLevel = logLevel
            var settings = ServiceSettings(program: BulkOptions.ownProgram, logger: logger)
            settings.address = listen
            settings.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
            settings.queue = queue
            settings.mostBody = bodyMb << 20
            settings.bodySeconds = bodySeconds
            settings.keepSeconds = keepSeconds
            settings.mostJobs = keepJobs
            settings.mostResults = resultMb << 20
            settings.folder = folder
            settings.origins = Set(allowOrigin)
            let workerDocuments = settings.limits.workerDocuments
            settings.limits = limits.limits
            settings.limits.workerDocuments = workerDocuments
            settings.requiresSandbox = limits.requireSandbox
            settings.conversion.engine = ocrEngine
            try dictionary.add(to: &settings.conversion)
            settings.tokens = try tokens()
            return settings
        }

        private func tokens() throws -> TokenList {
            guard let tokenFile else { return TokenList() }
            guard let data = FileManager.default.contents(atPath: tokenFile) else {
                throw UsageError("The file of tokens \(tokenFile) cannot be read. Check its name and its rights.")
            }
            do throws(TokenList.Malformed) {
                return try TokenList(String(decoding: data, as: UTF8.self))
            } catch {
                throw UsageError("The file of tokens \(tokenFile) cannot be used. \(error.message)")
            }
        }
    }

    /// Reads where to listen.
    private func address(_ text: String) throws -> ListenAddress {
        guard let address = ListenAddress(text) else {
            throw ValidationError("\(text) is no address with a port, such as 127.0.0.1:8080 or [::1]:8080.")
        }
        return address
    }
#endif
