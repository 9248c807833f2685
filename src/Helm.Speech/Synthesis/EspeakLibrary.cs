using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Helm.Speech.Native;

namespace Helm.Speech.Synthesis;

/// <summary>eSpeak NG 1.51, bound by hand. One voice speaks at a time: the library keeps its state for the process.</summary>
internal sealed unsafe class EspeakLibrary
{
    public const int UsualSampleRate = 22_050;

    private const int Synchronous = 2;
    private const int BufferMilliseconds = 50;
    private const int DontExit = 0x8000;
    private const int Rate = 1;
    private const int CharactersUtf8 = 1;
    private const int Markup = 0x10;
    private const int ByCharacter = 1;

    private static readonly Lazy<EspeakLibrary?> Installed = new(Load);
    private static readonly Lock Speaking = new();
    private static Func<ReadOnlySpan<short>, bool>? _listener;

    private readonly delegate* unmanaged[Cdecl]<byte*, int> _setVoice;
    private readonly delegate* unmanaged[Cdecl]<int, int, int, int> _setParameter;
    private readonly delegate* unmanaged[Cdecl]<nint, VoiceEntry**> _listVoices;
    private readonly delegate* unmanaged[Cdecl]<byte*, nuint, uint, int, uint, uint, uint*, nint, int> _synthesize;

    private EspeakLibrary(NativeModule module, int sampleRate)
    {
        SampleRate = sampleRate;
        _setVoice = (delegate* unmanaged[Cdecl]<byte*, int>)module["espeak_SetVoiceByName"];
        _setParameter = (delegate* unmanaged[Cdecl]<int, int, int, int>)module["espeak_SetParameter"];
        _synthesize = (delegate* unmanaged[Cdecl]<byte*, nuint, uint, int, uint, uint, uint*, nint, int>)
            module["espeak_Synth"];
        _listVoices = (delegate* unmanaged[Cdecl]<nint, VoiceEntry**>)module["espeak_ListVoices"];
        ((delegate* unmanaged[Cdecl]<delegate* unmanaged[Cdecl]<short*, int, nint, int>, void>)
            module["espeak_SetSynthCallback"])(&Take);
    }

    public int SampleRate { get; }

    /// <summary>Null when the library or its data is not installed.</summary>
    public static EspeakLibrary? Find() => Installed.Value;

    /// <summary>False when there is no such voice.</summary>
    /// <param name="text">Plain, or a whole SSML document.</param>
    public bool Speak(string text, bool isMarkup, string voice, int wordsPerMinute, Func<ReadOnlySpan<short>, bool> goOn)
    {
        lock (Speaking)
        {
            if (!SetVoice(voice))
            {
                return false;
            }

            _setParameter(Rate, wordsPerMinute, 0);
            _listener = goOn;
            var bytes = Marshal.StringToCoTaskMemUTF8(text);
            _synthesize((byte*)bytes, (nuint)text.Length * 4 + 1, 0, ByCharacter, 0, (uint)(CharactersUtf8 | (isMarkup ? Markup : 0)), null, 0);
            Marshal.FreeCoTaskMem(bytes);
            _listener = null;
            return true;
        }
    }

    /// <summary>The English ones; Helm's words are English.</summary>
    public IReadOnlyList<VoiceDescription> Voices()
    {
        var voices = new List<VoiceDescription>();
        lock (Speaking)
        {
            for (var entry = _listVoices(0); *entry is not null; entry++)
            {
                // The list of languages starts with the priority of the first one, a byte.
                if (Text((*entry)->Languages + 1) is { } language && language.StartsWith("en", StringComparison.Ordinal))
                {
                    voices.Add(new VoiceDescription(language, language, Text((*entry)->Name) ?? language));
                }
            }
        }

        return voices;
    }

    private static string? Text(byte* text) => Marshal.PtrToStringUTF8((nint)text);

    private bool SetVoice(string voice)
    {
        var name = Marshal.StringToCoTaskMemUTF8(voice);
        var result = _setVoice((byte*)name);
        Marshal.FreeCoTaskMem(name);
        return result == 0;
    }

    private static EspeakLibrary? Load()
    {
        if (NativeModule.Find("libespeak-ng.so.1") is not { } module
            || !module.Has("espeak_Initialize", "espeak_Synth", "espeak_SetSynthCallback", "espeak_SetVoiceByName", "espeak_ListVoices"))
        {
            return null;
        }

        var initialize = (delegate* unmanaged[Cdecl]<int, int, byte*, int, int>)module["espeak_Initialize"];
        var sampleRate = initialize(Synchronous, BufferMilliseconds, null, DontExit);
        return sampleRate > 0 ? new EspeakLibrary(module, sampleRate) : null;
    }

    // Called on the thread that speaks; 1 ends the speech.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Take(short* samples, int count, nint events) =>
        samples is null || count <= 0 || _listener?.Invoke(new ReadOnlySpan<short>(samples, count)) != false ? 0 : 1;

    /// <summary>The head of espeak_VOICE.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct VoiceEntry
    {
        public byte* Name;
        public byte* Languages;
    }
}
