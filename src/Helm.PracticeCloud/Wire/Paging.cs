using System.Globalization;
using System.Text;

namespace Helm.PracticeCloud.Wire;

/// <summary>Pages of a list, with a token that says where the next begins.</summary>
internal static class Paging
{
    public static (IReadOnlyList<T> Items, string? Next) Page<T>(IEnumerable<T> all, string? token, int size, string errorCode)
    {
        var skip = Position(token, errorCode);
        var page = all.Skip(skip).Take(size + 1).ToList();
        if (page.Count <= size)
        {
            return (page, null);
        }

        page.RemoveAt(size);
        return (page, Token(skip + size));
    }

    public static string Token(long position) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes("position:" + position.ToString(CultureInfo.InvariantCulture)));

    public static int Position(string? token, string errorCode)
    {
        if (string.IsNullOrEmpty(token))
        {
            return 0;
        }

        Span<byte> octets = stackalloc byte[64];
        if (token.Length < 80 && Convert.TryFromBase64String(token, octets, out var length)
            && Encoding.ASCII.GetString(octets[..length]) is var text && text.StartsWith("position:", StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(9), NumberStyles.None, CultureInfo.InvariantCulture, out var position))
        {
            return position;
        }

        throw new AwsErrorException(errorCode, "The specified token is not valid");
    }

    /// <summary>The size that was asked for, refused outside its bounds.</summary>
    public static int Size(AwsInput input, string name, int usual, int least, int most, string errorCode)
    {
        var size = input.Number(name) ?? usual;
        return size >= least && size <= most
            ? size
            : throw new AwsErrorException(errorCode, string.Create(CultureInfo.InvariantCulture, $"Invalid value {size} for {name}. Must be between {least} and {most}"));
    }
}
