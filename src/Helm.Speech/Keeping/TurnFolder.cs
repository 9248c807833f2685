using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Helm.Speech.Audio;

namespace Helm.Speech.Keeping;

/// <summary>The last turns as files that only their owner can read: <c>ID.wav</c> and <c>ID.json</c>.</summary>
/// <param name="most">What is older is deleted.</param>
public sealed class TurnFolder(string path, int most)
{
    private const string Told = ".json";
    private const string Sound = ".wav";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private readonly Lock _writing = new();

    /// <summary>The ids of what is kept, the newest first.</summary>
    public IReadOnlyList<string> Ids => Directory.Exists(path)
        ? [.. Directory.GetFiles(path, "*" + Told).Select(file => Path.GetFileNameWithoutExtension(file)).OrderDescending(StringComparer.Ordinal)]
        : [];

    /// <summary>Null when it is not there, or no longer.</summary>
    public static KeptTurn? Read(string soundFile)
    {
        var told = Path.ChangeExtension(soundFile, Told);
        return File.Exists(told) ? JsonSerializer.Deserialize<KeptTurn>(File.ReadAllText(told), Json) : null;
    }

    public string SoundOf(string id) => Path.Combine(path, id + Sound);

    /// <summary>Writes the sound of a new turn, and lets the oldest go.</summary>
    public void Add(KeptTurn turn, ReadOnlySpan<short> sound)
    {
        lock (_writing)
        {
            MakeFolder();
            using (var writer = new WavWriter(Open(SoundOf(turn.Id)), SpeechFormat.SampleRate))
            {
                writer.Append(sound);
            }

            Tell(turn);
            foreach (var old in Ids.Skip(most))
            {
                File.Delete(Path.Combine(path, old + Told));
                File.Delete(SoundOf(old));
            }
        }
    }

    /// <summary>What is known now of a turn that is kept.</summary>
    public void Update(KeptTurn turn)
    {
        lock (_writing)
        {
            if (File.Exists(SoundOf(turn.Id)))
            {
                Tell(turn);
            }
        }
    }

    private void Tell(KeptTurn turn)
    {
        using var file = Open(Path.Combine(path, turn.Id + Told));
        JsonSerializer.Serialize(file, turn, Json);
    }

    private void MakeFolder() => _ = OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);

    /// <summary>Made anew: a file that others prepared, or a link, would keep its own rights.</summary>
    private static FileStream Open(string file)
    {
        File.Delete(file);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(file, options);
    }
}
