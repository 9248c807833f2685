using Helm.Speech.Audio;

namespace Helm.Host.Voice;

/// <summary>Of several devices that hear the same "hey helm", the first one answers.</summary>
internal sealed class WakeClaims(TimeProvider time)
{
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(1.5);

    private readonly Lock _lock = new();
    private readonly List<(string Device, long At, short[] Sound)> _recent = [];

    /// <summary>False when another device has just heard the same words.</summary>
    public bool Claim(string device, short[] sound)
    {
        lock (_lock)
        {
            _recent.RemoveAll(wake => time.GetElapsedTime(wake.At) > Together);
            if (_recent.Exists(wake => wake.Device != device && Loudness.IsSame(wake.Sound, sound)))
            {
                return false;
            }

            _recent.Add((device, time.GetTimestamp(), sound));
            return true;
        }
    }
}
