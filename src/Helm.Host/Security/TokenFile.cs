using System.Security.Cryptography;
using System.Text;
using Helm.Host.Listening;

namespace Helm.Host.Security;

/// <summary>The secret by which the owner of this machine's Helm is known: a file that only its user can read.</summary>
public sealed class TokenFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const int SecretBytes = 32;

    private readonly byte[] _hash;
    private readonly byte[] _seed;

    private TokenFile(string token) =>
        (_hash, _seed) = (Hash(token), HKDF.Extract(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(token), "helm"u8.ToArray()));

    /// <summary>Makes the file at the first start, whole or not at all.</summary>
    /// <exception cref="StartRefusedException">Others can read it, or it holds no token.</exception>
    public static TokenFile Open(string path)
    {
        try
        {
            if (!File.Exists(path))
            {
                Create(Path.GetFullPath(path));
            }

            return new(Read(path));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The token file {path} (Helm:Security:TokenFile) cannot be used: {problem.Message}");
        }
    }

    /// <summary>The token, for a program of the same user.</summary>
    /// <exception cref="StartRefusedException">Others can read it, or it holds no token.</exception>
    public static string Read(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != 0)
        {
            throw new StartRefusedException(
                $"The token file {path} can be used by other users of this machine. Delete it so that a new one is made, since they may know it.");
        }

        var token = File.ReadAllText(path).Trim();
        return token.Length >= SecretBytes
            ? token
            : throw new StartRefusedException($"The token file {path} holds no token. Delete it so that a new one is made.");
    }

    /// <summary>Takes the same time whatever is wrong with the token.</summary>
    public bool Matches(string token) => CryptographicOperations.FixedTimeEquals(_hash, Hash(token));

    /// <summary>A key that only this Helm has, another one for each purpose; a new token file makes what was signed before worth nothing.</summary>
    internal byte[] KeyFor(string purpose) =>
        HKDF.Expand(HashAlgorithmName.SHA256, _seed, SecretBytes, Encoding.UTF8.GetBytes(purpose));

    private static void Create(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        _ = OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder)
            : Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        var draft = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        try
        {
            using (var file = new StreamWriter(draft, options))
            {
                file.WriteLine(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes)));
            }

            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another start was faster; its token stands.
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
