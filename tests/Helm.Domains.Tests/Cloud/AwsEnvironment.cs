namespace Helm.Domains.Tests.Cloud;

/// <summary>The environment variables of AWS for one test: none of the machine's own, and all put back afterwards.</summary>
internal sealed class AwsEnvironment : IDisposable
{
    private readonly Dictionary<string, string?> _before = [];

    public AwsEnvironment()
    {
        foreach (var name in new[] { "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_PROFILE" })
        {
            Set(name, null);
        }

        Set("AWS_SHARED_CREDENTIALS_FILE", "/nowhere/credentials");
        Set("AWS_CONFIG_FILE", "/nowhere/config");
    }

    public void Set(string name, string? value)
    {
        _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }

    public void Dispose()
    {
        foreach (var (name, value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }
}
