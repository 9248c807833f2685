using System.Security.Cryptography;
using System.Text;
using Helm.Conversation.Classification;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>
/// Keeps what was learned, so that the next start need not learn it again. The file is named by what was learned from,
/// so a changed pack or another version of Helm never finds it; one that is damaged is made anew.
/// </summary>
/// <param name="folder">Null keeps nothing.</param>
internal sealed class ModelFolder(string? folder)
{
    private const string Ending = ".model";

    /// <summary>Of several packs, and of the one before the last change.</summary>
    private const int MostKept = 4;

    private static readonly byte[] Magic = "HELMLM06"u8.ToArray();

    public LearnedModels Get(IReadOnlyList<Sample> samples, Func<LearnedModels> train)
    {
        if (folder is null)
        {
            return train();
        }

        var key = Key(samples);
        var path = Path.Combine(folder, Convert.ToHexStringLower(key.AsSpan(0, 16)) + Ending);
        if (Read(path, key) is { } known)
        {
            return known;
        }

        var learned = train();
        Keep(path, key, learned);

        return learned;
    }

    /// <summary>The sentences with their labels, and the program that learns from them.</summary>
    private static byte[] Key(IReadOnlyList<Sample> samples)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(ModelFolder).Module.ModuleVersionId.ToByteArray());
        foreach (var sample in samples)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{sample.Label}\0{sample.Text}\n"));
        }

        return hash.GetHashAndReset();
    }

    /// <summary>Null where there is no such file, or none that was written whole and by this program.</summary>
    private static LearnedModels? Read(string path, byte[] key)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            var content = bytes.AsSpan(Math.Min(bytes.Length, SHA256.HashSizeInBytes));
            if (!SHA256.HashData(content).AsSpan().SequenceEqual(bytes.AsSpan(0, bytes.Length - content.Length)))
            {
                return null;
            }

            using var reader = new BinaryReader(new MemoryStream(bytes, SHA256.HashSizeInBytes, content.Length));

            return reader.ReadBytes(Magic.Length).AsSpan().SequenceEqual(Magic) && reader.ReadBytes(key.Length).AsSpan().SequenceEqual(key)
                ? LearnedModels.Read(reader)
                : null;
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whole or not at all: another process may read at the same time. A folder that cannot be written costs only time.</summary>
    private void Keep(string path, byte[] key, LearnedModels learned)
    {
        try
        {
            MakeFolder();
            var content = new MemoryStream();
            using (var writer = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true))
            {
                writer.Write(Magic);
                writer.Write(key);
                learned.Write(writer);
            }

            var unfinished = $"{path}.{Guid.NewGuid():N}";
            using (var file = File.Create(unfinished))
            {
                file.Write(SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length)));
                file.Write(content.GetBuffer().AsSpan(0, (int)content.Length));
            }

            File.Move(unfinished, path, overwrite: true);
            DropOld();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // It is learned again at the next start.
        }
    }

    /// <summary>For its user alone: a model decides what is understood.</summary>
    private void MakeFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder!);
        }
        else
        {
            Directory.CreateDirectory(folder!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private void DropOld()
    {
        foreach (var old in new DirectoryInfo(folder!).GetFiles("*" + Ending).OrderByDescending(file => file.LastWriteTimeUtc).Skip(MostKept))
        {
            old.Delete();
        }
    }
}
