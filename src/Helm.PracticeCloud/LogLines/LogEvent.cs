namespace Helm.PracticeCloud.LogLines;

/// <summary>A line in a log group.</summary>
internal sealed record LogEvent(long Milliseconds, string Stream, string Message, string Id);
