namespace Helm.PracticeCloud.LogLines;

/// <summary>A kind of line that a log group receives again and again.</summary>
internal sealed record LogLine
{
    /// <summary>The text, with {request_id}, {number:FROM-TO} and {choice:a|b|c} filled in for each line.</summary>
    public required string Message { get; init; }

    public required double PerMinute { get; init; }

    /// <summary>ERROR, WARN, INFO…: the line is written as a Lambda runtime writes it. Absent: the message alone.</summary>
    public string? Level { get; init; }

    public string? Stream { get; init; }
}
