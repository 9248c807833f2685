using Helm.Operations.Settings;
using Microsoft.Extensions.Options;

namespace Helm.Storage.Database;

/// <summary>Where Helm keeps its record; section <c>Helm:Storage</c>.</summary>
public sealed class StorageOptions
{
    public const string Sqlite = "Sqlite";
    public const string PostgreSql = "PostgreSql";

    /// <summary>Sqlite (a file, no set-up) or PostgreSql (for several hosts).</summary>
    public string Provider { get; set; } = Sqlite;

    /// <summary>The SQLite file.</summary>
    public string Path { get; set; } = ".helm/helm.db";

    /// <summary>For PostgreSql; better by reference: <c>env:NAME</c> or <c>file:PATH</c>.</summary>
    public string ConnectionString { get; set; } = "";

    internal bool IsPostgreSql => string.Equals(Provider, PostgreSql, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A provider that exists, with what it needs.</summary>
internal sealed class StorageValidation : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        var isSqlite = string.Equals(options.Provider, StorageOptions.Sqlite, StringComparison.OrdinalIgnoreCase);
        return new Requirements("Helm:Storage")
            .Require(
                isSqlite || options.IsPostgreSql,
                nameof(options.Provider),
                options.Provider,
                $"{StorageOptions.Sqlite} or {StorageOptions.PostgreSql}")
            .Require(!isSqlite || options.Path.Length > 0, nameof(options.Path), "", "the path of a file")
            .Require(
                !options.IsPostgreSql || options.ConnectionString.Length > 0,
                nameof(options.ConnectionString),
                "",
                "a connection string, or env:NAME or file:PATH for where it is")
            .Result();
    }
}
