using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Helm.Acceptance.Tests.Drivers;

/// <summary><c>heyhelm serve</c> as a process that can be killed.</summary>
internal sealed class HelmProcess : IAsyncDisposable
{
    private const string Announcement = "Helm listens on ";
    private const int MostLines = 100;

    private readonly Process _process;
    private readonly HelmFolder _folder;
    private readonly ConcurrentQueue<string> _log = [];
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private HelmApi? _api;

    private HelmProcess(Process process, HelmFolder folder)
    {
        (_process, _folder) = (process, folder);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    public HelmApi Api => _api!;

    public Uri Address => _address.Task.Result;

    /// <param name="waits">False returns while it still starts; <see cref="IsReadyAsync"/> waits then.</param>
    public static async Task<HelmProcess> StartAsync(HelmFolder folder, bool waits = true)
    {
        var start = HeyHelm.Command(folder.Path, ["serve", "--config", folder.WriteSettings()], folder.Keys);

        var helm = new HelmProcess(Process.Start(start)!, folder);
        try
        {
            if (waits)
            {
                await helm.IsReadyAsync();
            }
        }
        catch
        {
            await helm.DisposeAsync();
            throw;
        }

        return helm;
    }

    public async Task IsReadyAsync()
    {
        var address = await Patience.UntilAsync(
            "Helm says where it listens", () => Task.FromResult(_address.Task), task => task.IsCompleted || _process.HasExited, _ => Log);
        Assert.True(address.IsCompleted, $"Helm did not start:\n{Log}");
        _api = new HelmApi(await address, _folder.Token);
    }

    /// <summary>As Ctrl-C: what is under way is finished.</summary>
    public async Task StopAsync()
    {
        using var signal = Process.Start("sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -TERM {_process.Id}")]);
        await _process.WaitForExitAsync(Patience.Stop);
    }

    /// <summary>As <c>kill -9</c>: it gets no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(Patience.Stop);
    }

    /// <summary>What it said last stands in the output of a test that fails, and nothing that goes wrong here hides why it did.</summary>
    public async ValueTask DisposeAsync()
    {
        _api?.Dispose();
        var ended = _process.HasExited ? string.Create(CultureInfo.InvariantCulture, $"had ended with {_process.ExitCode}") : "was running";
        try
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
        {
            // It ended by itself in this moment.
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"Helm in {_folder.Path} {ended}; it said last:\n{string.Join('\n', _log.TakeLast(MostLines))}\n");
        _process.Dispose();
    }

    private string Log => string.Join('\n', _log);

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        _log.Enqueue(line);
        var at = line.IndexOf(Announcement, StringComparison.Ordinal);
        if (at >= 0)
        {
            _address.TrySetResult(new Uri(line[(at + Announcement.Length)..].Trim()));
        }
    }
}
