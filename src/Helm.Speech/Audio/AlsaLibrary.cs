using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Helm.Speech.Native;

namespace Helm.Speech.Audio;

/// <summary>ALSA's library, bound by hand as far as capture and playback need it.</summary>
internal sealed unsafe class AlsaLibrary
{
    public const int Capture = 1;
    public const int Playback = 0;

    private const int SignedLittleEndian16 = 2;
    private const int Interleaved = 3;

    private static readonly Lazy<AlsaLibrary?> Installed = new(Load);

    private readonly delegate* unmanaged[Cdecl]<nint*, byte*, int, int, int> _open;
    private readonly delegate* unmanaged[Cdecl]<nint, int, int, uint, uint, int, uint, int> _setParameters;
    private readonly delegate* unmanaged[Cdecl]<nint, short*, nuint, nint> _read;
    private readonly delegate* unmanaged[Cdecl]<nint, short*, nuint, nint> _write;
    private readonly delegate* unmanaged[Cdecl]<nint, int, int, int> _recover;
    private readonly delegate* unmanaged[Cdecl]<nint, int> _drain;
    private readonly delegate* unmanaged[Cdecl]<nint, int> _drop;
    private readonly delegate* unmanaged[Cdecl]<nint, int> _prepare;
    private readonly delegate* unmanaged[Cdecl]<nint, int> _close;
    private readonly delegate* unmanaged[Cdecl]<int, byte*> _describe;

    private AlsaLibrary(NativeModule module)
    {
        _open = (delegate* unmanaged[Cdecl]<nint*, byte*, int, int, int>)module["snd_pcm_open"];
        _setParameters = (delegate* unmanaged[Cdecl]<nint, int, int, uint, uint, int, uint, int>)module["snd_pcm_set_params"];
        _read = (delegate* unmanaged[Cdecl]<nint, short*, nuint, nint>)module["snd_pcm_readi"];
        _write = (delegate* unmanaged[Cdecl]<nint, short*, nuint, nint>)module["snd_pcm_writei"];
        _recover = (delegate* unmanaged[Cdecl]<nint, int, int, int>)module["snd_pcm_recover"];
        _drain = (delegate* unmanaged[Cdecl]<nint, int>)module["snd_pcm_drain"];
        _drop = (delegate* unmanaged[Cdecl]<nint, int>)module["snd_pcm_drop"];
        _prepare = (delegate* unmanaged[Cdecl]<nint, int>)module["snd_pcm_prepare"];
        _close = (delegate* unmanaged[Cdecl]<nint, int>)module["snd_pcm_close"];
        _describe = (delegate* unmanaged[Cdecl]<int, byte*>)module["snd_strerror"];

        // What ALSA says on standard error would end up among the answers; the error codes say it too.
        ((delegate* unmanaged[Cdecl]<delegate* unmanaged[Cdecl]<byte*, int, byte*, int, byte*, void>, int>)
            module["snd_lib_error_set_handler"])(&Drop);
    }

    /// <summary>Null when libasound is not installed.</summary>
    public static AlsaLibrary? Find() => Installed.Value;

    /// <summary>Opens 16-bit mono sound; ALSA converts where the device cannot.</summary>
    public nint Open(string device, int direction, int sampleRate, TimeSpan latency)
    {
        nint pcm;
        var name = Marshal.StringToCoTaskMemUTF8(device);
        var error = _open(&pcm, (byte*)name, direction, 0);
        Marshal.FreeCoTaskMem(name);
        if (error < 0)
        {
            throw Refused(device, direction, error);
        }

        error = _setParameters(
            pcm, SignedLittleEndian16, Interleaved, 1, (uint)sampleRate, 1, (uint)latency.TotalMicroseconds);
        if (error < 0)
        {
            _close(pcm);
            throw Refused(device, direction, error);
        }

        return pcm;
    }

    /// <summary>The number of samples read; after an overrun the device goes on with what comes.</summary>
    public int Read(nint pcm, Span<short> samples)
    {
        fixed (short* first = samples)
        {
            return Recovered(pcm, (int)_read(pcm, first, (nuint)samples.Length));
        }
    }

    public int Write(nint pcm, ReadOnlySpan<short> samples)
    {
        fixed (short* first = samples)
        {
            return Recovered(pcm, (int)_write(pcm, first, (nuint)samples.Length));
        }
    }

    /// <summary>Plays what is buffered, then is ready for more.</summary>
    public void Drain(nint pcm)
    {
        _drain(pcm);
        _prepare(pcm);
    }

    /// <summary>Throws away what is buffered, then is ready for more.</summary>
    public void Silence(nint pcm)
    {
        _drop(pcm);
        _prepare(pcm);
    }

    public void Close(nint pcm) => _close(pcm);

    private int Recovered(nint pcm, int result)
    {
        if (result >= 0)
        {
            return result;
        }

        var error = _recover(pcm, result, 1);
        return error >= 0 ? 0 : throw new AudioDeviceException($"The sound device stopped working: {Describe(error)}.");
    }

    private AudioDeviceException Refused(string device, int direction, int error) => new(
        $"The sound device \"{device}\" cannot be opened for {(direction == Capture ? "listening" : "speaking")}: "
        + $"{Describe(error)}. `arecord -L` and `aplay -L` list the devices; set the name in the configuration.");

    private string Describe(int error) => Marshal.PtrToStringUTF8((nint)_describe(error)) ?? $"error {error}";

    private static AlsaLibrary? Load() =>
        NativeModule.Find("libasound.so.2") is { } module && module.Has("snd_pcm_open", "snd_pcm_set_params")
            ? new AlsaLibrary(module)
            : null;

    // The real handler is variadic: only the named arguments may be looked at.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Drop(byte* file, int line, byte* function, int error, byte* format)
    {
    }
}
