using Helm.PracticeCloud.Data;

namespace Helm.PracticeCloud.Control;

/// <summary>Answers of the control door.</summary>
internal static class Replies
{
    public static async Task<IResult> WithDocumentAsync<T>(HttpRequest request, Func<T, IResult> use)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        return Guarded(() => use(DataFile.Parse<T>(text, "request")));
    }

    public static IResult Guarded(Func<IResult> run)
    {
        try
        {
            return run();
        }
        catch (DataFileException error)
        {
            return Problem(error, StatusCodes.Status400BadRequest);
        }
    }

    public static IResult Problem(DataFileException error, int status) =>
        Results.Json(new { error = error.Message, field = error.Field, reason = error.Reason }, DataFile.Options, statusCode: status);

    public static IResult Json(object value) => Results.Json(value, DataFile.Options);
}
