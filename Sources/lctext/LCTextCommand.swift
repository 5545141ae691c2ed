import ArgumentParser

@main
struct LCTextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "lctext")
}
