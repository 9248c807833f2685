using Helm.Domains.Cloud.Accounts;
using Helm.Operations.Settings;

namespace Helm.Domains.Tests.Cloud;

/// <summary>Settings and shared files: what is taken, and what is refused in which words.</summary>
public sealed class OptionsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("helm-shared-");

    [Fact]
    public void Nothing_is_asked_of_settings_that_are_switched_off() =>
        Assert.True(Validate(new CloudOptions { Period = Duration.FromSeconds(7), Enabled = false }).Succeeded);

    [Theory]
    [InlineData("Account", "12345", "expected the twelve digits")]
    [InlineData("Region", "us-east-9", "no region that the AWS SDK knows")]
    [InlineData("Role", "HelmReader", "expected the ARN of a role")]
    [InlineData("SecretAccessKey", "hunter2hunter2", "has to be a reference, env:NAME or file:PATH")]
    public void A_wrong_field_of_an_environment_is_named(string field, string value, string reason)
    {
        var options = Options();
        var environment = new CloudEnvironmentOptions();
        typeof(CloudEnvironmentOptions).GetProperty(field)!.SetValue(environment, value);
        options.Environments["prod"] = environment;

        var failures = Validate(options).Failures!.ToArray();

        Assert.Contains(failures, failure => failure.Contains($"Environments:prod:{field}", StringComparison.Ordinal)
            && failure.Contains(reason, StringComparison.Ordinal));
        Assert.DoesNotContain(failures, failure => failure.Contains("hunter2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(7, 60)]
    [InlineData(60, 90)]
    [InlineData(60, 30)]
    [InlineData(60, 36000)]
    public void Window_and_period_have_to_be_what_cloudwatch_has(int period, int window)
    {
        var options = Options();
        options.Period = Duration.FromSeconds(period);
        options.Window = Duration.FromSeconds(window);

        Assert.True(Validate(options).Failed);
    }

    [Theory]
    [InlineData("mainframe", "error_rate_percent", "1", "is no type")]
    [InlineData("lambda", "error_rate", "1", "is not known")]
    [InlineData("lambda", "error_rate_percent", "101", "no measurement can be held to")]
    public void Expectations_that_mean_nothing_are_refused(string type, string name, string value, string reason)
    {
        var options = Options();
        options.Slos[type] = new()
        {
            [name] = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture),
        };

        Assert.Contains(reason, Assert.Single(Validate(options).Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public void The_credentials_file_stands_over_the_environments_file_and_the_settings_over_both()
    {
        Write("environments.json", """
            { "version": "1.0.0", "environments": [ { "name": "prod", "account": "111111111111", "region": "us-east-1" }, "test" ] }
            """);
        Write("aws-credentials.json", """
            { "region": "eu-central-1", "accounts": { "prod": { "account_id": 222222222222 } }, "profiles": { "test": "company-test" } }
            """);
        var options = Options();
        options.Environments["prod"] = new() { Role = "arn:aws:iam::222222222222:role/HelmReader" };

        var found = options.Environments();

        Assert.Empty(found.Problems);
        Assert.True(Validate(options).Succeeded);
        var prod = found.ByName["prod"];
        Assert.Equal(("222222222222", "us-east-1"), (prod.Account, prod.Region));
        Assert.Equal("arn:aws:iam::222222222222:role/HelmReader", prod.Role);
        Assert.Equal(("company-test", "eu-central-1"), (found.ByName["test"].Profile, found.ByName["test"].Region));
    }

    [Theory]
    [InlineData("{ \"environments\": ", "is not valid JSON")]
    [InlineData("[1]", "has to be a JSON object")]
    [InlineData("{ \"environments\": 3 }", "environments has to be an object or a list")]
    [InlineData("{ \"environments\": [ 3 ] }", "a name or an object with a name")]
    [InlineData("{ \"prod\": { \"profile\": [] } }", "prod.profile has to be a text")]
    [InlineData("{ \"prod\": { \"secret_access_key\": \"hunter2\" } }", "prod.secret_access_key is a secret")]
    public void A_shared_file_that_cannot_be_used_stops_the_start_and_is_named(string content, string reason)
    {
        Write("aws-credentials.json", content);

        var failure = Assert.Single(Validate(Options()).Failures!);

        Assert.Contains("aws-credentials.json", failure, StringComparison.Ordinal);
        Assert.Contains(reason, failure, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", failure, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static Microsoft.Extensions.Options.ValidateOptionsResult Validate(CloudOptions options) =>
        new CloudOptionsValidation().Validate(null, options);

    private CloudOptions Options() => new() { Enabled = true, SharedFolder = _folder.FullName };

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(_folder.FullName, name), content);
}
