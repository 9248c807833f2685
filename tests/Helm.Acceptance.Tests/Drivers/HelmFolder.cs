using System.Text.Json;
using System.Text.Json.Nodes;
using Helm.Operations.Settings;

namespace Helm.Acceptance.Tests.Drivers;

/// <summary>What an installation consists of: settings, registry, token and database, in a folder of its own.</summary>
internal sealed class HelmFolder : IDisposable
{
    private readonly Dictionary<string, string> _keys = [];

    /// <param name="postgreSql">A connection string; without it SQLite, a file in the folder.</param>
    public HelmFolder(PracticeCompany company, string? postgreSql = null)
    {
        WriteDeployments(_ => true);
        Settings = new Dictionary<string, string>
        {
            ["Helm:Host:Url"] = "http://127.0.0.1:0",
            ["Helm:Security:TokenFile"] = In("token"),
            ["Helm:Security:QuestionsWithoutToken"] = "true",
            ["Helm:Monitoring:RegistryFile"] = In("deployments.json"),
            ["Helm:Monitoring:AlarmInterval"] = "2s",
            ["Helm:Monitoring:ClaimLease"] = "3s",
            ["Helm:Monitoring:StaleAfterIntervals"] = "30",
            ["Helm:Schedule:WakeInterval"] = "300ms",
            ["Helm:Issues:ResolveAfter"] = "2",
            ["Helm:Cloud:Enabled"] = "true",
            ["Helm:Cloud:EndpointUrl"] = company.Endpoint.ToString(),
            ["Helm:Cloud:SharedFolder"] = In("shared"),
            ["Helm:Storage:Provider"] = postgreSql is null ? "Sqlite" : "PostgreSql",
            ["Helm:Storage:Path"] = In("helm.db"),
            ["Helm:Storage:ConnectionString"] = postgreSql is null ? "" : "env:HELM_TEST_DATABASE",
        };
        _keys["HELM_TEST_DATABASE"] = postgreSql ?? "";
        foreach (var account in company.Accounts)
        {
            var (section, key) = ($"Helm:Cloud:Environments:{account.Environment}:", $"HELM_TEST_{account.Environment}");
            (Settings[section + "Account"], Settings[section + "Region"]) = (account.AccountId, account.Region);
            (Settings[section + "AccessKeyId"], Settings[section + "SecretAccessKey"]) = ($"env:{key}_ID", $"env:{key}_SECRET");
            (_keys[key + "_ID"], _keys[key + "_SECRET"]) = (account.AccessKeyId, account.SecretAccessKey);
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("helm-acceptance-").FullName;

    public Dictionary<string, string> Settings { get; }

    /// <summary>The secrets, which settings name only.</summary>
    public IReadOnlyDictionary<string, string> Keys => _keys;

    /// <summary>Sets a variable of the environment that Helm runs in.</summary>
    public void SetVariable(string name, string value) => _keys[name] = value;

    public string Token => File.ReadAllText(In("token")).Trim();

    public string In(string name) => System.IO.Path.Combine(Path, name);

    public string WriteSettings()
    {
        File.WriteAllText(In("settings.json"), JsonSerializer.Serialize(Settings));
        return In("settings.json");
    }

    /// <summary>The company's deployments, checked every two seconds.</summary>
    public void WriteDeployments(Func<JsonNode, bool> chosen) => File.WriteAllText(In("deployments.json"), Deployments(chosen).ToJsonString());

    public static JsonObject Deployments(Func<JsonNode, bool> chosen)
    {
        var registry = JsonNode.Parse(File.ReadAllText(ProgramFolder.Locate("assets/practice/deployments.json")))!.AsObject();
        var kept = registry["deployments"]!.AsArray().Select(one => one!.DeepClone()).Where(chosen).ToArray();
        foreach (var deployment in kept)
        {
            deployment["monitoring"]!["health_check_interval"] = "2s";
        }

        registry["deployments"] = new JsonArray(kept);
        return registry;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
