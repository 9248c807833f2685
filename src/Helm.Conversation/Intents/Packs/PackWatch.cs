namespace Helm.Conversation.Intents.Packs;

/// <summary>Notices that files of a pack changed; waits until an editor has written all of them.</summary>
internal sealed class PackWatch : IDisposable
{
    private static readonly TimeSpan Settled = TimeSpan.FromMilliseconds(300);

    private readonly FileSystemWatcher _files;
    private readonly ITimer _timer;

    public PackWatch(string folder, Action changed, TimeProvider time)
    {
        _timer = time.CreateTimer(_ => changed(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _files = new FileSystemWatcher(folder) { Filters = { "*.yaml", "*.txt" }, IncludeSubdirectories = true };
        _files.Changed += Restart;
        _files.Created += Restart;
        _files.Deleted += Restart;
        _files.Renamed += Restart;
        _files.EnableRaisingEvents = true;
    }

    public void Dispose()
    {
        _files.Dispose();
        _timer.Dispose();
    }

    private void Restart(object sender, FileSystemEventArgs change) => _timer.Change(Settled, Timeout.InfiniteTimeSpan);
}
