using System.Text.Json;
using System.Text.Json.Nodes;
using Helm.Chat.BotFramework;
using Microsoft.AspNetCore.Http;

namespace Helm.Chat.DirectLine;

/// <summary>A message with files: the part <c>activity</c>, and a part for each file.</summary>
/// <param name="Activity">As it was sent, without its files.</param>
/// <param name="Files">As the client that sent them sees them again; small pictures are shown, of all others the name is.</param>
internal sealed record Upload(Activity Activity, IReadOnlyList<JsonObject> Files)
{
    private const string Part = "activity";
    private const int MostFiles = 10;
    private const int LongestName = 200;
    private const int LargestPicture = 200_000;

    private static readonly string[] Pictures = ["image/png", "image/jpeg", "image/gif", "image/webp"];

    /// <summary>Null when the form is no message with files.</summary>
    /// <exception cref="InvalidDataException">The form is not one at all, or too large.</exception>
    public static async Task<Upload?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var form = await request.ReadFormAsync(cancellation);
        var files = form.Files.Where(file => file.Name != Part).ToList();
        if (files.Count is 0 or > MostFiles || await ActivityAsync(form, cancellation) is not { } activity)
        {
            return null;
        }

        var shown = new List<JsonObject>();
        foreach (var file in files)
        {
            shown.Add(await ShowAsync(file, cancellation));
        }

        return new(activity, shown);
    }

    /// <summary>What the files are called, for whoever answers.</summary>
    public string Names => string.Join(", ", Files.Select(file => (string)file["name"]!));

    private static async Task<Activity?> ActivityAsync(IFormCollection form, CancellationToken cancellation)
    {
        try
        {
            if (form.Files.GetFile(Part) is { } part)
            {
                await using var content = part.OpenReadStream();
                return await JsonSerializer.DeserializeAsync<Activity>(content, ActivityJson.Options, cancellation);
            }

            return form[Part] is [{ } text] ? ActivityJson.Read(text) : new Activity();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<JsonObject> ShowAsync(IFormFile file, CancellationToken cancellation)
    {
        var name = new string([.. Path.GetFileName(file.FileName).Where(letter => !char.IsControl(letter)).Take(LongestName)]);
        var shown = new JsonObject { ["name"] = name.Length > 0 ? name : "file", ["contentType"] = "application/octet-stream" };
        if (Pictures.Contains(file.ContentType) && file.Length <= LargestPicture)
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, cancellation);
            shown["contentType"] = file.ContentType;
            shown["contentUrl"] = $"data:{file.ContentType};base64,{Convert.ToBase64String(bytes.GetBuffer().AsSpan(0, (int)bytes.Length))}";
        }

        return shown;
    }
}
