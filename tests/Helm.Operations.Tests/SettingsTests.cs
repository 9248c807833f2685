using Helm.Operations.Budget;
using Helm.Operations.Environments;
using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Helm.Operations.Overviews;
using Helm.Operations.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Tests;

public sealed class SettingsTests
{
    [Fact]
    public void Without_configuration_the_documents_defaults_hold()
    {
        var services = Configured([]);

        Assert.Equal(TimeSpan.FromMinutes(5), services.Option<MonitoringOptions>().HealthCheckInterval.Value);
        Assert.Equal(TimeSpan.FromDays(30), services.Option<MonitoringOptions>().MetricsRetention.Value);
        Assert.Equal(TimeSpan.FromDays(90), services.Option<IssueOptions>().Retention.Value);
        Assert.Equal("FABER", services.Option<DashboardOptions>().CreatorName);
        Assert.Equal("prod", services.Get<EnvironmentDirectory>().Find("LIVE")?.Name);
        Assert.Equal("Staging", services.Get<EnvironmentDirectory>().DisplayName("staging"));
        Assert.Null(services.Get<EnvironmentDirectory>().Find("producton"));
    }

    [Fact]
    public void Durations_and_environments_are_read_from_configuration()
    {
        var services = Configured(new()
        {
            ["Helm:Monitoring:HealthCheckInterval"] = "30s",
            ["Helm:Environments:0:Name"] = "eu",
            ["Helm:Environments:0:DisplayName"] = "Europe",
            ["Helm:Environments:0:Aliases:0"] = "old world",
            ["Helm:Dashboard:DefaultEnvironment"] = "eu",
        });

        Assert.Equal(TimeSpan.FromSeconds(30), services.Option<MonitoringOptions>().HealthCheckInterval.Value);
        Assert.Equal("eu", services.Get<EnvironmentDirectory>().Find("old world")?.Name);
        Assert.Null(services.Get<EnvironmentDirectory>().Find("prod"));
    }

    [Theory]
    [InlineData("Helm:Monitoring:HealthCheckInterval", "0s", typeof(MonitoringOptions))]
    [InlineData("Helm:Monitoring:ClaimLease", "1s", typeof(MonitoringOptions))]
    [InlineData("Helm:Issues:OpenAfter", "0", typeof(IssueOptions))]
    [InlineData("Helm:Issues:SeverityOverrides:0:Severity", "dreadful", typeof(IssueOptions))]
    [InlineData("Helm:Budget:MonthlyDollars", "-1", typeof(BudgetOptions))]
    [InlineData("Helm:Dashboard:DefaultOutput", "smoke", typeof(DashboardOptions))]
    [InlineData("Helm:Dashboard:DefaultEnvironment", "mars", typeof(DashboardOptions))]
    public void A_value_that_makes_no_sense_is_refused_by_its_key(string key, string value, Type options)
    {
        var services = Configured(new() { [key] = value });

        var failure = Assert.Throws<OptionsValidationException>(() => services.Option(options));
        Assert.Contains(failure.Failures, message => message.StartsWith($"{key} is '{value}'; expected ", StringComparison.Ordinal));
    }

    [Fact]
    public void An_alias_that_means_two_environments_is_refused()
    {
        var services = Configured(new()
        {
            ["Helm:Environments:0:Name"] = "prod",
            ["Helm:Environments:1:Name"] = "staging",
            ["Helm:Environments:1:Aliases:0"] = "PROD",
        });

        Assert.Throws<OptionsValidationException>(() => services.Get<EnvironmentDirectory>());
    }

    [Fact]
    public void A_secret_is_taken_from_where_the_reference_points()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "from the file\n");
        Environment.SetEnvironmentVariable("HELM_TEST_SECRET", "from the environment");

        Assert.Equal("from the file", SecretReference.Resolve("file:" + file));
        Assert.Equal("from the environment", SecretReference.Resolve("env:HELM_TEST_SECRET"));
        Assert.Equal("plain", SecretReference.Resolve("plain"));
        File.Delete(file);
    }

    [Theory]
    [InlineData("env:HELM_NOT_SET", "HELM_NOT_SET")]
    [InlineData("file:/no/such/file", "/no/such/file")]
    public void A_reference_that_points_nowhere_names_itself(string reference, string named) =>
        Assert.Contains(
            named,
            Assert.Throws<InvalidOperationException>(() => SecretReference.Resolve(reference)).Message,
            StringComparison.Ordinal);

    private static Settings Configured(Dictionary<string, string?> values) => new(values);

    private sealed class Settings(Dictionary<string, string?> values)
    {
        private readonly ServiceProvider _provider = new ServiceCollection()
            .AddOperations(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .BuildServiceProvider();

        public T Get<T>()
            where T : notnull => _provider.GetRequiredService<T>();

        public T Option<T>()
            where T : class => Get<IOptions<T>>().Value;

        public object Option(Type type)
        {
            var accessor = _provider.GetRequiredService(typeof(IOptionsMonitor<>).MakeGenericType(type));
            return ((dynamic)accessor).CurrentValue;
        }
    }
}
