using Helm.Benchmarks.Channels;
using Helm.Benchmarks.Language;
using Helm.Benchmarks.Operate;

namespace Helm.Benchmarks;

/// <summary>Parts that are measured in processes of their own.</summary>
internal static class Children
{
    /// <summary>True when these were the arguments of one, which is over then.</summary>
    public static async Task<bool> RunAsync(string[] arguments)
    {
        switch (arguments)
        {
            case ["health-pass-child", var endpoint, var plan]:
                await MeasuredPass.RunAsync(endpoint, plan);
                return true;
            case [TableSpeed.ChildName, var said]:
                TableSpeed.Measure(said);
                return true;
            case [IntakeHost.ChildName, var folder]:
                await IntakeHost.ServeAsync(folder);
                return true;
            case [ChannelHost.ChildName, var folder, var cloud, var channels]:
                await ChannelHost.ServeAsync(folder, cloud, channels);
                return true;
            default:
                return false;
        }
    }
}
