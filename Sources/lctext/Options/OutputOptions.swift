internal import ArgumentParser

/// Options of every subcommand that writes.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to a file, which appears only when it is whole.", valueName: "file"), completion: .file())
  var output: String?
}
