// The umbrella: one import for every stage that works in memory.
@_exported public import LCDigest
@_exported public import LCDuplicates
@_exported public import LCKeywords
@_exported public import LCLexicon
@_exported public import LCPages
@_exported public import LCSegmentation
@_exported public import LCSummarizer
@_exported public import LCTextModel
@_exported public import LCTokenizer
