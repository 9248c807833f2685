using System.Diagnostics;

namespace Helm.Benchmarks;

/// <summary>A process of its own, so that its memory and time are its own.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process _process;

    private Child(Process process) => _process = process;

    public static Child Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        return new Child(Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start."));
    }

    /// <summary>As on a machine with no more of them, where the system can do so.</summary>
    public void KeepTo(int cores)
    {
        if (Environment.ProcessorCount > cores && (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()))
        {
            _process.ProcessorAffinity = (1 << cores) - 1;
        }
    }

    /// <summary>The first line that holds the text.</summary>
    public async Task<string> LineAsync(string text)
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"{_process.StartInfo.FileName} {string.Join(' ', _process.StartInfo.ArgumentList)} ended without '{text}'.");
    }

    /// <summary>As <c>kill -9</c>: it gets no chance to finish anything.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }
}
