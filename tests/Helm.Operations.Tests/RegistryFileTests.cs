using Helm.Operations.Environments;
using Helm.Operations.Monitoring;
using Helm.Operations.Registration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NSubstitute;

namespace Helm.Operations.Tests;

public sealed class RegistryFileTests : IDisposable
{
    private const string Good =
        """{"deployments": [{"id": "d", "domain": "x", "environment": "production", "deployed_at": "2025-11-03T10:30:00Z", "resources": []}]}""";

    private readonly string _path = Path.GetTempFileName();
    private readonly IDeploymentStore _store = Substitute.For<IDeploymentStore>();
    private readonly RegistryFile _file;

    public RegistryFileTests()
    {
        _store.ReplaceAsync(default!, default!, default).ReturnsForAnyArgs(new ImportResult(1, 0));
        _file = new(
            new(_store, new(Options.Create(new EnvironmentsOptions()))),
            Options.Create(new MonitoringOptions { RegistryFile = _path }),
            NullLogger<RegistryFile>.Instance);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_file_is_imported_once_for_each_content()
    {
        await WriteAsync(Good);

        Assert.NotNull(await _file.RefreshAsync(Cancellation));
        Assert.Null(await _file.RefreshAsync(Cancellation));
        await WriteAsync(Good + " ");
        Assert.NotNull(await _file.RefreshAsync(Cancellation));

        Assert.Equal(2, Imports());
    }

    [Fact]
    public async Task Environments_are_registered_under_their_canonical_name()
    {
        await WriteAsync(Good);
        await _file.RefreshAsync(Cancellation);

        await _store.Received().ReplaceAsync(
            Arg.Is<IReadOnlyList<Deployment>>(deployments => deployments[0].Environment == "prod"),
            $"file:{_path}",
            Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_half_written_file_keeps_the_last_good_state_and_says_why_until_it_is_whole()
    {
        await WriteAsync(Good);
        await _file.RefreshAsync(Cancellation);
        await WriteAsync(Good[..40]);

        Assert.NotEmpty((await _file.RefreshAsync(Cancellation))!.Errors);
        Assert.Equal(1, Imports());
        Assert.Contains("document: is not complete JSON", Assert.Single(await NoticesAsync()), StringComparison.Ordinal);

        await WriteAsync(Good);
        await _file.RefreshAsync(Cancellation);
        Assert.Equal(2, Imports());
        Assert.Empty(await NoticesAsync());
    }

    [Fact]
    public async Task A_file_that_goes_away_removes_nothing_and_is_missed()
    {
        await WriteAsync(Good);
        await _file.RefreshAsync(Cancellation);
        File.Delete(_path);

        Assert.Null(await _file.RefreshAsync(Cancellation));
        Assert.Equal(1, Imports());
        Assert.Contains("is gone", Assert.Single(await NoticesAsync()), StringComparison.Ordinal);

        await WriteAsync(Good);
        await _file.RefreshAsync(Cancellation);
        Assert.Empty(await NoticesAsync());
    }

    [Fact]
    public async Task A_file_that_never_was_is_no_problem()
    {
        File.Delete(_path);

        Assert.Null(await _file.RefreshAsync(Cancellation));
        Assert.Empty(await NoticesAsync());
    }

    public void Dispose()
    {
        _file.Dispose();
        File.Delete(_path);
    }

    private Task WriteAsync(string text) => File.WriteAllTextAsync(_path, text, Cancellation);

    private Task<IReadOnlyList<string>> NoticesAsync() => _file.NoticesAsync(Cancellation);

    private int Imports() =>
        _store.ReceivedCalls().Count(call => call.GetMethodInfo().Name == nameof(IDeploymentStore.ReplaceAsync));
}
