using System.Security.Cryptography;
using System.Text;
using Helm.PracticeCloud.Company;
using Helm.PracticeCloud.Data;
using Helm.PracticeCloud.Metrics;

namespace Helm.PracticeCloud.Estate;

/// <summary>Places Lambda functions.</summary>
internal static class LambdaPlacement
{
    public static void Place(AccountEstate estate, ResourceSet set)
    {
        foreach (var lambda in set.Lambdas)
        {
            estate.Functions[lambda.Name] = Function(estate, lambda);
        }

        estate.Metrics.AddAll(set.Lambdas.Select(lambda => new SeriesGroup(
            lambda.Name, "AWS/Lambda", [new("FunctionName", lambda.Name)], Profiles.Lambda, Placement.Known(lambda.Metrics, Profiles.Lambda, lambda.Name, lambda.Name))));
    }

    /// <summary>The hash that the code of a version has; versions differ in it.</summary>
    public static string CodeHash(string function, string version) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"{function} {version}")));

    private static LambdaFunction Function(AccountEstate estate, LambdaDefinition lambda)
    {
        var now = estate.Clock.Now;
        var newest = lambda.Versions.Count > 0 ? lambda.Versions[^1].Version : "1";
        var latest = new FunctionConfiguration
        {
            Version = "$LATEST",
            Runtime = lambda.Runtime,
            Handler = lambda.Handler,
            MemoryMb = lambda.MemoryMb,
            TimeoutSeconds = lambda.TimeoutSeconds,
            Description = lambda.Description,
            Environment = lambda.Environment,
            Modified = now - lambda.Age,
            CodeSha256 = CodeHash(lambda.Name, newest),
        };
        var function = new LambdaFunction
        {
            Name = lambda.Name,
            Arn = estate.Arn("lambda", $"function:{lambda.Name}"),
            Latest = latest,
            ReservedConcurrency = lambda.ReservedConcurrency,
        };
        function.Versions.AddRange(lambda.Versions.Select(version => latest with
        {
            Version = version.Version,
            Description = version.Description,
            Modified = now - version.Age,
            CodeSha256 = CodeHash(lambda.Name, version.Version),
            RevisionId = Guid.NewGuid().ToString(),
        }));
        foreach (var (name, version) in lambda.Aliases)
        {
            function.Aliases[name] = function.Find(version) is { Version: not "$LATEST" }
                ? new FunctionAlias(name, version, "")
                : throw new DataFileException(lambda.Name, $"aliases.{name}", $"version {version} is not among the versions of the function");
        }

        return function;
    }
}
