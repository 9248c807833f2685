using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Identity;

/// <summary>An access key that signs requests; a temporary one needs its token and ends.</summary>
internal sealed record AccessKey(string Id, string Secret, Caller Caller)
{
    public string? Token { get; init; }

    public DateTimeOffset Expires { get; init; } = DateTimeOffset.MaxValue;
}
