using Microsoft.Extensions.Options;

namespace Helm.Operations.Environments;

/// <summary>The environments with their names, in the order of the configuration.</summary>
public sealed class EnvironmentDirectory(IOptions<EnvironmentsOptions> options)
{
    private static readonly KnownEnvironment[] Defaults =
    [
        new("prod", "Production", ["live"]),
        new("staging", "Staging", ["pre-production"]),
        new("test", "Test", ["qa"]),
        new("dev", "Development", []),
    ];

    public IReadOnlyList<KnownEnvironment> All { get; } = options.Value.Environments.Count == 0
        ? Defaults
        : [.. options.Value.Environments.Select(environment => new KnownEnvironment(
            environment.Name,
            environment.DisplayName.Length == 0 ? environment.Name : environment.DisplayName,
            [.. environment.Aliases]))];

    /// <summary>By name, display name or alias, without regard to case; null for a name that nobody gave.</summary>
    public KnownEnvironment? Find(string name) => All.FirstOrDefault(environment => environment.IsCalled(name));

    /// <summary>The display name of a canonical name, and the name itself for one that is not configured.</summary>
    public string DisplayName(string name) => Find(name)?.DisplayName ?? name;
}

/// <summary>An environment and all that it is called.</summary>
public sealed record KnownEnvironment(string Name, string DisplayName, IReadOnlyList<string> Aliases)
{
    internal bool IsCalled(string name) =>
        new[] { Name, DisplayName }.Concat(Aliases).Contains(name, StringComparer.OrdinalIgnoreCase);
}
