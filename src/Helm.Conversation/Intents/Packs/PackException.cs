namespace Helm.Conversation.Intents.Packs;

/// <summary>A language pack that cannot be used; says every error with file and line.</summary>
public sealed class PackException(IReadOnlyList<PackError> errors)
    : Exception(string.Join(Environment.NewLine, errors))
{
    public IReadOnlyList<PackError> Errors { get; } = errors;
}

/// <summary>One thing that is wrong in a language pack.</summary>
public sealed record PackError(string File, int Line, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Message}";
}
