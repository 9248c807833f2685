using Helm.Host.Tests.Drivers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Helm.Host.Tests.Settings;

public sealed class ExampleSettingsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("helm-settings-").FullName;

    public static IConfigurationRoot Example { get; } = new ConfigurationBuilder().AddJsonFile(
        Path.Combine(RepositoryRoot(), "appsettings.example.json"), optional: false).Build();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void It_has_every_option_and_nothing_else()
    {
        var differences = SettingsTree.Sections.GroupBy(section => section.Value, section => section.Key)
            .SelectMany(types => SettingsTree.Differences(Example.GetSection(types.Key), [.. types]));

        Assert.Empty(differences);
        Assert.Empty(SettingsTree.UnknownSections(Example.GetSection("Helm")));
    }

    [Fact]
    public async Task Every_kind_of_options_of_the_host_is_looked_at()
    {
        var bound = new List<Type>();
        await using var app = HostBuild.Of(_folder, builder => bound.AddRange(builder.Services
            .Select(service => service.ServiceType)
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IOptionsChangeTokenSource<>))
            .Select(type => type.GenericTypeArguments[0])
            .Where(type => type.Namespace!.StartsWith("Helm.", StringComparison.Ordinal))));

        Assert.Equal(
            SettingsTree.Sections.Keys.Select(type => type.Name).Order(StringComparer.Ordinal),
            bound.Select(type => type.Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_host_starts_with_it()
    {
        var example = Path.Combine(RepositoryRoot(), "appsettings.example.json");
        await using var app = HostBuild.Of(
            _folder, builder => builder.Configuration.AddJsonFile(example, optional: false).AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Helm:Security:TokenFile"] = $"{_folder}/token",
                ["Helm:Storage:Path"] = $"{_folder}/helm.db",
                ["Helm:Host:Url"] = "http://127.0.0.1:0",
            }));

        app.Services.GetRequiredService<IStartupValidator>().Validate();
    }

    private static string RepositoryRoot([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
