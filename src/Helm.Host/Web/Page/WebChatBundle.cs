using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Helm.Host.Web.Page;

/// <summary>Microsoft's chat window (botframework-webchat): one file, of exactly one content, given to browsers by Helm itself.</summary>
public sealed class WebChatBundle(IOptions<WebOptions> options, ILogger<WebChatBundle> log)
{
    public const string Package = "botframework-webchat";
    public const string Version = "4.18.1";

    /// <summary>Of the file <see cref="PathInPackage"/> in the package.</summary>
    public const string Sha256 = "0a68ad0a64fc04d621197da10c3eec0f843e16f7d03f6bcbed29b47517cf9bff";

    public const string PathInPackage = "package/dist/webchat.js";

    public static string FileName { get; } = $"webchat-{Version}.js";

    private readonly Lazy<byte[]?> _content = new(() => Read(Path.Combine(options.Value.ChatFolder, FileName), log));

    /// <summary>Null where the file was not fetched, or is not what it must be.</summary>
    internal string? Address => _content.Value is null ? null : $"/files/chat/{FileName}";

    internal byte[]? Content => _content.Value;

    /// <summary>Whether this is the file that Helm was made for.</summary>
    public static bool IsGenuine(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content)) == Sha256;

    private static byte[]? Read(string file, ILogger log)
    {
        if (!File.Exists(file))
        {
            return null;
        }

        var content = File.ReadAllBytes(file);
        if (IsGenuine(content))
        {
            return content;
        }

        log.LogNotGenuine(file);
        return null;
    }
}

/// <summary>What is logged about it.</summary>
internal static partial class WebChatLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "{File} is not the chat window that Helm was made for, so the page has the plain one; fetch it again with: heyhelm web fetch-chat")]
    public static partial void LogNotGenuine(this ILogger log, string file);
}
