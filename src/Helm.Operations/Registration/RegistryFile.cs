using System.Security.Cryptography;
using Helm.Operations.Monitoring;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Registration;

/// <summary>Imports the file that the creating side writes, at the start and whenever its content changes.</summary>
/// <remarks>
/// A half-written or invalid file changes nothing: the last good import stands, and the log and a notice say why.
/// So does a file that went away. Called every few seconds; an unchanged file costs one read.
/// </remarks>
public sealed partial class RegistryFile(
    DeploymentRegistry registry, IOptions<MonitoringOptions> options, ILogger<RegistryFile> logger)
    : INoticeSource, IDisposable
{
    private const int NamedErrors = 3;

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private byte[]? _seen;
    private string? _notice;

    /// <summary>Null when there was nothing new.</summary>
    public async Task<RegistryReading?> RefreshAsync(CancellationToken cancellation)
    {
        if (options.Value.RegistryFile.Length == 0)
        {
            return null;
        }

        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            return await ReadAsync(Path.GetFullPath(options.Value.RegistryFile), cancellation) is { } content
                ? await ImportAsync(content, cancellation)
                : null;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public Task<IReadOnlyList<string>> NoticesAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<string>>(_notice is { } notice ? [notice] : []);

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<byte[]?> ReadAsync(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            if (_seen is not null)
            {
                _seen = [];
                Complain($"The deployment registry {options.Value.RegistryFile} is gone; the deployments last read from it stay registered.");
            }

            return null;
        }

        try
        {
            return await File.ReadAllBytesAsync(path, cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _seen = [];
            Complain($"The deployment registry {options.Value.RegistryFile} cannot be read: {exception.Message}");
            return null;
        }
    }

    private async Task<RegistryReading?> ImportAsync(byte[] content, CancellationToken cancellation)
    {
        var hash = SHA256.HashData(content);
        if (_seen is not null && hash.AsSpan().SequenceEqual(_seen))
        {
            return null;
        }

        var reading = RegistryParser.ParseDocument(content);
        if (reading.IsValid)
        {
            var result = await registry.ImportAsync(
                reading.Deployments, $"file:{options.Value.RegistryFile}", cancellation);
            LogImported(options.Value.RegistryFile, result.Registered, result.Removed);
            _notice = null;
        }
        else
        {
            var errors = string.Join("; ", reading.Errors.Take(NamedErrors));
            Complain($"The deployment registry {options.Value.RegistryFile} was not taken over, its last good state stands: {errors}.");
        }

        _seen = hash;
        return reading;
    }

    private void Complain(string notice)
    {
        if (notice != _notice)
        {
            LogProblem(notice);
        }

        _notice = notice;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Imported {File}: {Registered} deployments, {Removed} removed")]
    private partial void LogImported(string file, int registered, int removed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Problem}")]
    private partial void LogProblem(string problem);
}
