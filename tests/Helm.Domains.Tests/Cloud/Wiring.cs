using Helm.Operations.Budget;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace Helm.Domains.Tests.Cloud;

/// <summary>Helm's AWS side as the host wires it, with the settings of a test.</summary>
internal static class Wiring
{
    public static ServiceProvider Build(Uri cloud, params (string Key, string Value)[] settings)
    {
        // No test may wait for the metadata address of a machine that is in no cloud.
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
        var values = new Dictionary<string, string?>
        {
            ["Helm:Cloud:Enabled"] = "true",
            ["Helm:Cloud:EndpointUrl"] = cloud.ToString(),
            ["Helm:Cloud:SharedFolder"] = Path.Combine(Assets.Folder, "practice"),
            ["Helm:Cloud:KeepDocumentedRates"] = "false",
        };
        foreach (var (key, value) in settings)
        {
            values[$"Helm:Cloud:{key}"] = value;
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton(Substitute.For<IApiBudget>())
            .AddCloud(configuration)
            .BuildServiceProvider();
    }
}
