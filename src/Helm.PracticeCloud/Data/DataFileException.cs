namespace Helm.PracticeCloud.Data;

/// <summary>A company or scenario document that cannot be used: which document, which field and why.</summary>
public sealed class DataFileException(string file, string field, string reason)
    : Exception($"{file}: {field}: {reason}")
{
    public string File { get; } = file;

    /// <summary>The path of the field in the document, such as <c>metrics[2].set</c>.</summary>
    public string Field { get; } = field;

    public string Reason { get; } = reason;
}
