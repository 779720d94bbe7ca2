internal import CSandbox

/// What a process has given up the right to.
package struct Sandbox: OptionSet, Hashable, Sendable {
    package let rawValue: Int32

    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Landlock: no file or folder can be written, made or removed.
    package static let files = Sandbox(rawValue: Int32(ZB_LANDLOCK_FILES))
    /// Landlock: no TCP.
    package static let network = Sandbox(rawValue: Int32(ZB_LANDLOCK_NETWORK))
    /// Landlock: nothing reaches processes outside.
    package static let scope = Sandbox(rawValue: Int32(ZB_LANDLOCK_SCOPE))
    /// A filter of system calls: no sockets, programs, processes or traces.
    package static let calls = Sandbox(rawValue: Int32(ZB_SECCOMP))
    /// No file can grow.
    package static let fileSize = Sandbox(rawValue: Int32(ZB_NO_FILE_GROWS))

    /// Enters the sandbox, as far as the kernel has one. There is no way out.
    ///
    /// - Parameter hasProgram: Whether another program was started before, to which signals may be sent.
    package static func enter(hasProgram: Bool) -> Sandbox { Sandbox(rawValue: zb_sandbox(hasProgram ? 1 : 0)) }

    /// The kernel's version of Landlock; 0 for none.
    package static var landlockVersion: Int { Int(zb_landlock_abi()) }

    package static var kernelFiltersCalls: Bool { zb_has_seccomp() != 0 }
}

/// What of the forbidden things went through when a worker tried them.
package struct SandboxProbe: Codable, Hashable, Sendable {
    package var sandbox: Int32
    package var wrote: Bool
    package var openedSocket: Bool
    package var startedProgram: Bool
    package var startedProcess: Bool
    package var traced: Bool

    /// Tries everything in the process that calls it, which must be one to throw away.
    package init(after sandbox: Sandbox, folder: String) {
        self.sandbox = sandbox.rawValue
        wrote = zb_try_write(folder) != 0
        openedSocket = zb_try_socket() != 0
        startedProgram = zb_try_program() != 0
        startedProcess = zb_try_process() != 0
        traced = zb_try_trace() != 0
    }
}
